"""A cyclorama: wall and floor in one sweep, with a pool of light. The studio's own name."""

import math

import numpy as np

from kit import lights, materials, scene, shapes

WALL_Y, BEND, TOP, HALF = 7.2, 0.9, 6.0, 9.0


def _sweep():
    """Floor, quarter of a circle, wall: the profile from front to top."""
    floor = [(y, 0.0) for y in np.linspace(-4, WALL_Y - BEND, 12)]
    bend = [
        (WALL_Y - BEND + BEND * math.sin(a), BEND - BEND * math.cos(a))
        for a in np.linspace(0, math.pi / 2, 40)[1:]
    ]
    wall = [(WALL_Y, z) for z in np.linspace(BEND, TOP, 12)[1:]]
    return floor + bend + wall


def _stage_lamp(at, black):
    """A lamp on a tripod, seen from behind: the pool of light is its own."""
    x, y, z = at
    with shapes.group(at, (0, 0, -44)):
        shapes.lathe([(0.1, -0.2), (0.15, -0.17), (0.15, 0.1), (0.17, 0.12), (0.17, 0.16)],
                     (0, 0, 0), black, (-97, 0, 0))  # fmt: skip
        for side in (-1, 1):
            shapes.box((0.012, 0.03, 0.24), (side * 0.18, 0, -0.22), black)
            shapes.box((0.3, 0.006, 0.16), (0, 0.22, side * 0.2 - 0.08), black, (side * -38, 0, 0))
        shapes.box((0.38, 0.03, 0.015), (0, 0, -0.23), black)
    shapes.rod(0.014, z - 0.22, (x, y, 0), black)
    for turn in (20, 140, 260):
        shapes.rod(0.011, 0.95, (x, y, 0.75), black, (142, 0, turn))


def _stool(at, wood):
    x, y, _ = at
    shapes.lathe([(0.15, 0), (0.17, 0.01), (0.17, 0.03), (0.15, 0.04)], (x, y, 0.62), wood)
    for turn in (15, 105, 195, 285):
        a = math.radians(turn)
        foot = np.float64((x + 0.2 * math.cos(a), y + 0.2 * math.sin(a), 0))
        top = np.float64((x + 0.1 * math.cos(a), y + 0.1 * math.sin(a), 0.62))
        shapes.tube([foot, top], 0.015, wood)
    ring = [(x + 0.165 * math.cos(t), y + 0.165 * math.sin(t), 0.22)
            for t in np.linspace(0, 2 * math.pi, 33)]  # fmt: skip
    shapes.tube(ring, 0.008, wood)


def build():
    paint = materials.surface('#5f7375', 0.75, '#5b6f71', 0.8)
    rows = [[(x, y, z) for x in np.linspace(-HALF, HALF, 24)] for y, z in _sweep()]
    shapes.sheet(rows, paint)
    black = materials.surface('#1b1c1d', 0.4, metal=0.4)
    _stage_lamp((-1.84, 4.3, 2.04), black)
    _stool((1.9, 5.35, 0), materials.wood('#6e4a2e', '#96693f', 'z'))
    lights.spot((-1.56, 4.6, 2.02), (0.6, WALL_Y, 1.5), 56, (1.0, 0.57, 0.35), 430, 0.32, 1.0)
    lights.area((1.5, 3.4, 4.6), (0.8, 6.0, 0.4), (2.4, 2.0), (0.8, 0.9, 0.9), 100)
    lights.area((-5.5, 1.0, 3.4), (-2.6, WALL_Y, 1.4), (2.0, 3.0), (0.35, 0.8, 1.0), 170)
    scene.ambient((0.25, 0.7, 0.85), 0.08)
    scene.camera(lens=36, pitch=0.5)
