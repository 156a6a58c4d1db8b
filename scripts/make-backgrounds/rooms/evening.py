"""A high room in the evening: the city's lights out of focus behind the glass, a lamp within."""

import numpy as np

from kit import books, lamps, lights, materials, plants, scene, shapes, soft, walls

BACK = 5.4
GLASS = (-2.9, 1.35, 0.28, 2.5)


def _shell():
    paint = materials.surface('#6b5c50', 0.9, '#63554a', 0.8, relief=0.0008, fine=70.0)
    dark = materials.surface('#1e1c1b', 0.5, metal=0.3)
    walls.wall(-4, 4, 2.8, (0, BACK, 0), paint, [GLASS])
    walls.wall(-4, 4, 2.8, (3.0, BACK, 0), paint, turn=(0, 0, -90))
    walls.wall(-4, 4, 2.8, (-3.6, BACK - 5, 0), paint, turn=(0, 0, 90))
    shapes.box((9, 9, 0.1), (0, BACK - 4, -0.1), materials.planks('#3f2c1f', '#553c2a'), bevel=0)
    shapes.box((9, 9, 0.1), (0, BACK - 4, 2.8), materials.surface('#6a6259', 0.9), bevel=0)
    walls.window(*GLASS, BACK + 0.08, dark, 3, 1, 0.045)
    shapes.box((4.1, 0.26, 0.04), (-0.85, BACK - 0.04, 0.24), dark)


def _furniture(random):
    cloth = materials.surface('#38434f', 0.9, '#323c48', 8.0, relief=0.001, fine=300.0, sheen=0.4)
    black = materials.surface('#201e1d', 0.4, metal=0.5)
    walnut = materials.wood('#4a3020', '#6b4a31')
    soft.sofa((-0.5, BACK - 0.85, 0), 2.5, cloth, black, seats=3)
    rust = materials.surface('#6a4638', 0.9, relief=0.001, fine=200.0, sheen=0.4)
    sand = materials.surface('#877b69', 0.9, relief=0.001, fine=200.0, sheen=0.4)
    soft.cushion(0.46, 0.2, (-1.4, BACK - 0.96, 0.5), rust, (-16, 0, 9))
    soft.cushion(0.46, 0.2, (0.4, BACK - 0.96, 0.5), sand, (-16, 0, -9))
    lamps.floor_lamp((1.68, BACK - 0.55, 0), 1.68, 7, black, '#ecd3a4')
    shapes.box((1.0, 0.4, 0.5), (2.45, BACK - 0.28, 0.1), walnut)
    books.pile((2.3, BACK - 0.28, 0.6), 4, random)
    glaze = materials.surface('#38474b', 0.3)
    vase = [(0.06, 0), (0.11, 0.08), (0.1, 0.18), (0.04, 0.27), (0.05, 0.3)]
    shapes.lathe(shapes.rounded(vase), (2.68, BACK - 0.28, 0.6), glaze)
    frame = materials.surface('#2a2521', 0.5)
    walls.picture(0.6, 0.8, (2.5, BACK, 1.25), frame, ('#b9a98e', '#4f5f66', '#94806a'), 1.8, 2.3)
    clay = materials.surface('#6f655a', 0.8)
    plants.pot((-2.45, BACK - 0.7, 0), 0.21, 0.36, clay, materials.surface('#2a211a', 0.95))
    plants.palm((-2.45, BACK - 0.7, 0.32), 1.5, random)


def build():
    random = np.random.default_rng(17)
    _shell()
    _furniture(random)
    linen = materials.surface('#8b7a6a', 0.9)
    soft.curtain(0.5, 2.62, (1.42, BACK - 0.12, 0.02), linen, 6, seed=8)
    rail = materials.surface('#1e1c1b', 0.5, metal=0.3)
    shapes.box((4.9, 0.05, 0.05), (-0.7, BACK - 0.12, 2.63), rail)
    lights.area((-0.8, BACK + 2.5, 2.4), (-0.4, 2.0, 0.2), (4.0, 2.0), (0.5, 0.62, 1.0), 7)
    lights.area((2.6, 2.2, 2.5), (0.3, BACK, 0.7), (0.9, 0.9), (1.0, 0.7, 0.44), 14)
    lights.area((-3.0, 1.5, 2.3), (0.0, BACK, 0.5), (1.0, 1.0), (1.0, 0.75, 0.5), 12)
    scene.ambient((0.8, 0.8, 1.0), 0.03)
    scene.camera((0.0, 0, 1.25), lens=34, pitch=0.0)
