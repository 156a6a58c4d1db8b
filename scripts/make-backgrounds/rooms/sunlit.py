"""A limewashed wall with the morning sun on it: a window's panes and a palm's shadow."""

import math

import numpy as np

from kit import lights, materials, plants, scene, shapes, walls

BACK, LEFT = 4.3, -3.0
WINDOW = (0.2, 2.1, 1.62, 3.7)


def _shell():
    lime = materials.surface('#c4b5a1', 0.95, '#b0a08b', 1.3, relief=0.003, fine=9.0)
    walls.wall(-5, 6, 4, (0, BACK, 0), lime)
    shapes.box((12, 9, 0.1), (0, BACK - 4, -0.1), materials.planks('#7d6248', '#97785a'), bevel=0)
    low, high, sill, top = WINDOW
    walls.wall(-9, 3, 8, (LEFT, 0, 0), lime, [(-high, -low, sill, top)], (0, 0, -90), thick=-0.2)
    with shapes.group((LEFT - 0.1, 0, 0), (0, 0, 90)):
        walls.window(low, high, sill, top, 0, lime, 2, 3, 0.06)


def _branches(at, random):
    """Dried twigs with a few pale leaves, in a vase."""
    bark = materials.surface('#5d4836', 0.9)
    meshes = [plants.leaf(0.09, 0.032, materials.thin(c, 0.3), 0.1, 0.2)
              for c in ('#8e8a66', '#a39b78', '#7c7d5b')]  # fmt: skip
    foot = np.float64(at)
    for i in range(7):
        turn, lean = i * 0.9 + random.uniform(-0.3, 0.3), random.uniform(0.12, 0.4)
        tall = random.uniform(0.5, 0.85)
        s = np.linspace(0, 1, 14)[:, None]
        way = np.float64((lean * math.cos(turn), 0.5 * lean * math.sin(turn), 0))
        points = foot + way * s**1.6 + s * np.float64((0, 0, tall))
        points[1:-1] += random.normal(0, 0.006, points[1:-1].shape)
        shapes.tube(points, 0.003, bark)
        for k in range(5, 14):
            mesh = meshes[random.integers(3)]
            around = (random.uniform(-40, 40), random.uniform(-60, 10), random.uniform(0, 360))
            shapes.place_again(mesh, points[k], around, random.uniform(0.6, 1.1))


def _things(random):
    oak = materials.wood('#7a5637', '#a37c52')
    shapes.box((1.7, 0.4, 0.05), (1.75, BACK - 0.3, 0.5), oak)
    for x in (1.05, 2.45):
        shapes.box((0.06, 0.36, 0.5), (x, BACK - 0.3, 0), oak)
    white = materials.surface('#d8cfc1', 0.8, '#c9beae', 8.0, relief=0.0003, fine=90.0)
    clay = materials.surface('#96654b', 0.85, '#85563f', 6.0, relief=0.0003, fine=90.0)
    tall = [(0.07, 0), (0.13, 0.08), (0.15, 0.2), (0.1, 0.34), (0.045, 0.4), (0.05, 0.44)]
    shapes.lathe(shapes.rounded(tall), (1.42, BACK - 0.3, 0.55), white)
    _branches((1.42, BACK - 0.3, 0.9), random)
    low = [(0.05, 0), (0.12, 0.05), (0.13, 0.12), (0.07, 0.19), (0.075, 0.2)]
    shapes.lathe(shapes.rounded(low), (1.85, BACK - 0.26, 0.55), clay)
    bowl = [(0.05, 0), (0.1, 0.03), (0.14, 0.08), (0.135, 0.08), (0.09, 0.035)]
    shapes.lathe(shapes.rounded(bowl), (2.2, BACK - 0.32, 0.55), white)


def build():
    random = np.random.default_rng(21)
    _shell()
    _things(random)
    dark = materials.surface('#6e655a', 0.8)
    soil = materials.surface('#33281f', 0.95)
    plants.pot((-1.75, BACK - 0.6, 0), 0.22, 0.4, dark, soil)
    plants.palm((-1.75, BACK - 0.6, 0.34), 1.55, random)
    # Out of sight: only its shadow comes into the picture.
    plants.palm((-2.45, 1.0, 1.0), 2.1, random, fronds=16)
    lights.sun((0.74, 0.92, -0.46), (1.0, 0.84, 0.64), 6.5, 1.6)
    lights.area((-2.7, 1.2, 2.6), (0.5, BACK, 1.0), (1.7, 1.7), (0.86, 0.93, 1.0), 45)
    scene.ambient((0.95, 0.97, 1.0), 0.16)
    scene.camera((0.05, 0, 1.25), lens=36, pitch=-1.0)
