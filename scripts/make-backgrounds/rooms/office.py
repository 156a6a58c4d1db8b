"""An office at home: light through blinds on the left, shelves on the right, a long desk."""

import numpy as np

from kit import books, lamps, lights, materials, plants, scene, shapes, walls

BACK = 4.7
PANE = (-2.5, -1.15, 0.95, 2.35)


def _shell():
    paint = materials.surface('#6f7d78', 0.9, '#6a7873', 0.8, relief=0.0008, fine=70.0)
    white = materials.surface('#e4e1da', 0.5)
    walls.wall(-4, 4, 2.75, (0, BACK, 0), paint, [PANE])
    walls.wall(-4, 4, 2.75, (2.95, BACK, 0), paint, turn=(0, 0, -90))
    walls.wall(-4, 4, 2.75, (-3.0, BACK - 5, 0), paint, turn=(0, 0, 90))
    shapes.box((9, 9, 0.1), (0, BACK - 4, -0.1), materials.planks('#7a5c40', '#957352'), bevel=0)
    shapes.box((9, 9, 0.1), (0, BACK - 4, 2.75), white, bevel=0)
    walls.window(*PANE, BACK + 0.1, white, 2, 1)
    shapes.box((1.5, 0.2, 0.035), (-1.825, BACK - 0.02, 0.915), white)
    slats = materials.thin('#d9d3c6', 0.1)
    walls.blinds(PANE[0] + 0.03, PANE[1] - 0.03, PANE[2] + 0.05, PANE[3] - 0.08, BACK + 0.03, slats)


def _desk(random, oak, black):
    top = 0.74
    shapes.box((2.7, 0.62, 0.035), (-0.75, BACK - 0.36, top), oak)
    for x in (-2.0, 0.5):
        for y in (-0.62, -0.1):
            shapes.box((0.04, 0.04, top), (x, BACK + y, 0), black)
    shapes.box((0.42, 0.5, 0.58), (-1.65, BACK - 0.36, 0.12), oak)
    z = top + 0.035
    lamps.table_lamp((0.3, BACK - 0.3, z), 5, materials.surface('#b8aa95', 0.5), size=1.05)
    books.pile((-0.2, BACK - 0.3, z), 3, random)
    shapes.lathe([(0.04, 0), (0.045, 0.1)], (0.02, BACK - 0.42, z), black)
    clay = materials.surface('#c4b7a4', 0.7)
    plants.pot((-2.15, BACK - 0.34, z), 0.1, 0.17, clay, materials.surface('#33281f', 0.95))
    plants.snake((-2.15, BACK - 0.34, z + 0.14), 0.52, random)
    _screen((-0.98, BACK - 0.28, z), black)


def _screen(at, black):
    """A monitor that sleeps."""
    x, y, z = at
    shapes.box((0.22, 0.16, 0.012), at, black)
    shapes.box((0.05, 0.03, 0.2), (x, y + 0.04, z), black)
    shapes.box((0.62, 0.025, 0.37), (x, y, z + 0.13), black)
    glass = materials.surface('#14171a', 0.18)
    shapes.box((0.6, 0.004, 0.345), (x, y - 0.014, z + 0.143), glass, bevel=0)


def _things(z, kind, left, right, random):
    front = BACK - 0.27
    middle = (left + right) / 2
    if kind == 'books':
        books.row(left, middle + 0.1, front, z, 0.34, random, depth=0.2)
    elif kind == 'boxes':
        paper = materials.surface('#a89a84', 0.85)
        for x in (left + 0.17, left + 0.5):
            shapes.box((0.29, 0.22, 0.2), (x, front + 0.13, z), paper)
        books.pile((right - 0.2, front + 0.13, z), 3, random)
    elif kind == 'vase':
        profile = [(0.05, 0), (0.1, 0.07), (0.09, 0.16), (0.035, 0.22), (0.045, 0.25)]
        clay = materials.surface('#8a4f38', 0.4)
        shapes.lathe(shapes.rounded(profile), (left + 0.22, front + 0.13, z), clay)
        books.row(middle, right, front, z, 0.34, random, depth=0.2)
    else:
        pot = materials.surface('#d3ccc0', 0.5)
        plants.pot((right - 0.3, front + 0.12, z), 0.085, 0.13, pot, pot)
        plants.trailing((right - 0.3, front + 0.1, z + 0.12), 0.5, random)
        books.row(left, middle, front, z, 0.34, random, depth=0.2)


def _shelves(random, oak, black):
    left, right = 1.15, 2.75
    for x in (left, (left + right) / 2, right):
        shapes.box((0.03, 0.03, 2.35), (x, BACK - 0.05, 0), black)
        shapes.box((0.03, 0.03, 2.35), (x, BACK - 0.28, 0), black)
    plan = (('boxes', 'books'), ('books', 'vase'), ('vase', 'books'), ('books', 'plant'),
            ('plant', 'boxes'))  # fmt: skip
    middle = (left + right) / 2
    for i, kinds in enumerate(plan):
        z = 0.25 + i * 0.46
        shapes.box((right - left, 0.27, 0.03), (middle, BACK - 0.165, z - 0.03), oak)
        _things(z, kinds[0], left + 0.02, middle - 0.02, random)
        _things(z, kinds[1], middle + 0.02, right - 0.02, random)


def build():
    random = np.random.default_rng(31)
    oak, black = materials.wood('#7a5637', '#a37c52'), materials.surface('#232322', 0.45, metal=0.4)
    _shell()
    _desk(random, oak, black)
    _shelves(random, oak, black)
    frame = materials.surface('#2a2826', 0.5)
    green, blue = ('#d8cfbd', '#7b8f8a', '#c08d5e'), ('#cbbfa9', '#4d5f6b', '#d9b98a')
    walls.picture(0.5, 0.68, (-0.55, BACK, 1.42), frame, green, 2.4, 5.2)
    walls.picture(0.5, 0.68, (0.12, BACK, 1.42), frame, blue, 2.1, 4.4)
    lights.area((-1.8, BACK + 0.6, 1.8), (-1.2, 2.0, 0.6), (1.5, 1.7), (0.95, 0.97, 1.0), 120)
    lights.area((-2.7, 1.4, 2.1), (0.9, BACK, 0.9), (1.2, 1.4), (0.98, 0.97, 0.95), 48)
    scene.ambient((1.0, 0.97, 0.93), 0.17)
    scene.camera((-0.05, 0, 1.25), lens=33, pitch=0.0)
