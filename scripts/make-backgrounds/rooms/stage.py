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


def build():
    paint = materials.surface('#626a69', 0.85, '#5d6665', 0.8)
    rows = [[(x, y, z) for x in np.linspace(-HALF, HALF, 24)] for y, z in _sweep()]
    shapes.sheet(rows, paint)
    lights.spot((2.6, 0.6, 5.4), (0.85, WALL_Y, 1.5), 34, (1.0, 0.72, 0.46), 1500, 0.9, 1.0)
    lights.area((3.2, 5.2, 4.6), (0.8, 5.6, 0.0), (1.6, 1.2), (1.0, 0.84, 0.66), 50)
    lights.area((-6.0, 2.0, 3.6), (-3.2, WALL_Y, 1.6), (2.0, 3.0), (0.22, 0.72, 0.9), 270)
    scene.ambient((0.3, 0.7, 0.85), 0.06)
    scene.camera(lens=36, pitch=0.5)
