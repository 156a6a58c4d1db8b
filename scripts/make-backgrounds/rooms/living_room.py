"""A living room by day: linen curtains on the left, a sofa, a fig, a lamp."""

import numpy as np

from kit import books, lamps, lights, materials, plants, scene, shapes, soft, walls

BACK = 5.2


def _shell():
    paint = materials.surface('#cfc6b8', 0.9, '#c9c0b2', 0.7, relief=0.0008, fine=70.0)
    white = materials.surface('#ece8e0', 0.5)
    walls.wall(-4, 4, 2.75, (0, BACK, 0), paint, [(-2.35, -1.05, 0.5, 2.35)])
    walls.wall(-4, 4, 2.75, (3.1, BACK, 0), paint, turn=(0, 0, -90))
    walls.wall(-4, 4, 2.75, (-3.1, BACK - 6, 0), paint, turn=(0, 0, 90))
    shapes.box((9, 9, 0.1), (0, BACK - 4, -0.1), materials.planks('#8a6a4a', '#a58460'), bevel=0)
    shapes.box((9, 9, 0.1), (0, BACK - 4, 2.75), white, bevel=0)
    shapes.box((8, 0.02, 0.1), (0, BACK - 0.01, 0), white)
    walls.window(-2.35, -1.05, 0.5, 2.35, BACK + 0.08, white, 2, 2)
    shapes.box((1.5, 0.24, 0.04), (-1.7, BACK, 0.46), white)


def _window_side(random):
    linen = materials.thin('#e9e2d4', 0.5, 0.0005)
    soft.curtain(0.62, 2.5, (-2.55, BACK - 0.12, 0.02), linen, 6, seed=1)
    soft.curtain(0.55, 2.5, (-0.92, BACK - 0.12, 0.02), linen, 5, seed=2)
    brass = materials.surface('#9a7d4c', 0.35, metal=0.9)
    shapes.rod(0.012, 2.4, (-2.95, BACK - 0.12, 2.53), brass, (0, 90, 0))
    clay = materials.surface('#b9a48c', 0.8, '#a8927a', 6.0)
    plants.pot((-1.98, BACK - 0.75, 0), 0.2, 0.36, clay, materials.surface('#3a2d22', 0.95))
    plants.fig((-1.98, BACK - 0.75, 0.3), 1.35, random)


def _seat():
    cloth = materials.surface('#8d9488', 0.9, '#868d81', 9.0, relief=0.0012, fine=320.0, sheen=0.3)
    legs = materials.wood('#5a3d28', '#7a5638', 'z')
    soft.sofa((0.35, BACK - 0.75, 0), 2.3, cloth, legs, seats=2)
    rust = materials.surface('#a9664a', 0.9, relief=0.001, fine=260.0, sheen=0.4)
    sand = materials.surface('#d6c7ac', 0.9, relief=0.0015, fine=180.0, sheen=0.4)
    soft.cushion(0.46, 0.2, (-0.42, BACK - 0.84, 0.5), sand, (-16, 0, 8))
    soft.cushion(0.44, 0.2, (1.1, BACK - 0.84, 0.5), rust, (-16, 0, -10))
    soft.cushion(0.4, 0.18, (0.86, BACK - 0.93, 0.5), sand, (-20, 0, 6), height=0.3)


def _right_side(random):
    oak = materials.wood('#8a6440', '#b08a5e')
    black = materials.surface('#2a2724', 0.4, metal=0.5)
    lamps.floor_lamp((1.85, BACK - 0.5, 0), 1.62, 15, black)
    shapes.box((0.9, 0.36, 0.55), (2.55, BACK - 0.25, 0.12), oak)
    books.pile((2.4, BACK - 0.25, 0.67), 3, random)
    vase = [(0.05, 0), (0.09, 0.06), (0.085, 0.14), (0.03, 0.21), (0.04, 0.24)]
    shapes.lathe(shapes.rounded(vase), (2.7, BACK - 0.25, 0.67), materials.surface('#d9d2c5', 0.35))
    frame = materials.wood('#6a4a30', '#84613f')
    sage, blue = ('#d9cdb8', '#8f9c92', '#b5765a'), ('#cfc7b6', '#5d7079', '#c9a878')
    walls.picture(0.62, 0.86, (0.95, BACK, 1.22), frame, sage, 2.2, 3.1)
    walls.picture(0.62, 0.86, (0.2, BACK, 1.22), frame, blue, 1.7, 9.4)


def build():
    random = np.random.default_rng(4)
    _shell()
    _window_side(random)
    _seat()
    _right_side(random)
    lights.area((-1.7, BACK + 0.5, 1.6), (-1.2, 2.0, 0.8), (1.6, 2.0), (0.93, 0.97, 1.0), 210)
    lights.area((-2.8, 1.2, 2.0), (0.6, BACK, 0.8), (1.6, 1.6), (1.0, 0.95, 0.88), 60)
    scene.ambient((1.0, 0.95, 0.9), 0.12)
    scene.camera((0.1, 0, 1.2), lens=34, pitch=-0.5)
