"""A loft: bricks, three tall steel windows on the left, late light across the floor."""

import numpy as np

from kit import books, lamps, lights, materials, plants, scene, shapes, soft, walls

LEFT, BACK, TALL = -2.3, 7.6, 3.5
WINDOWS = ((1.4, 2.8), (3.3, 4.7), (5.2, 6.6))


def _shell():
    concrete = materials.surface('#9a958d', 0.85, '#837e77', 1.6, relief=0.0015, fine=14.0)
    walls.wall(-3, 5, TALL, (0, BACK, 0), materials.bricks())
    # The left wall is built along x and turned: its openings are measured from the camera.
    left = [(-high, -low, 0.55, 3.0) for low, high in reversed(WINDOWS)]
    walls.wall(-9, 2, TALL, (LEFT, 0, 0), materials.bricks(), left, (0, 0, -90), thick=-0.3)
    shapes.box((12, 14, 0.1), (1, BACK - 6, -0.1), materials.planks('#6f5a48', '#8a7460'), bevel=0)
    shapes.box((9, 14, 0.1), (1.9, BACK - 6, TALL), concrete, bevel=0)
    steel = materials.surface('#26292b', 0.5, metal=0.4)
    for y in (1.1, 3.05, 5.0, 6.95):
        shapes.box((8, 0.22, 0.3), (1.6, y, TALL - 0.3), concrete)
    with shapes.group((LEFT - 0.2, 0, 0), (0, 0, 90)):
        for low, high in WINDOWS:
            walls.window(low, high, 0.55, 3.0, 0, steel, 3, 5, 0.035)
    for low, high in WINDOWS:
        shapes.box((0.34, high - low, 0.05), (LEFT - 0.12, (low + high) / 2, 0.52), concrete)
    shapes.rod(0.06, 9, (LEFT - 0.05, BACK - 0.22, TALL - 0.5), steel, (0, 90, 0))


def _furniture(random):
    cloth = materials.surface('#5b5f66', 0.9, '#54585f', 8.0, relief=0.001, fine=300.0, sheen=0.3)
    wood = materials.wood('#5a3d28', '#7a5638')
    black = materials.surface('#232220', 0.45, metal=0.5)
    soft.sofa((1.0, BACK - 0.75, 0), 2.5, cloth, black, seats=3)
    ochre = materials.surface('#9c7f50', 0.9, relief=0.001, fine=200.0, sheen=0.4)
    linen = materials.surface('#c9c0b0', 0.9, relief=0.001, fine=200.0, sheen=0.4)
    soft.cushion(0.46, 0.2, (0.1, BACK - 0.86, 0.5), ochre, (-16, 0, 9))
    soft.cushion(0.46, 0.2, (1.85, BACK - 0.86, 0.5), linen, (-16, 0, -8))
    clay = materials.surface('#7d776f', 0.8)
    soil = materials.surface('#33281f', 0.95)
    plants.pot((-1.55, 6.9, 0), 0.24, 0.42, clay, soil)
    plants.palm((-1.55, 6.9, 0.36), 1.75, random)
    lamps.floor_lamp((2.75, BACK - 0.5, 0), 1.7, 14, black)
    shapes.box((0.5, 0.5, 0.42), (-0.75, BACK - 0.7, 0), wood)
    books.pile((-0.75, BACK - 0.72, 0.42), 3, random)
    rug = materials.surface('#a59b8b', 0.95, '#8d8376', 6.0, relief=0.002, fine=180.0)
    shapes.box((3.4, 1.9, 0.012), (0.9, BACK - 1.6, 0), rug)


def _art():
    frame = materials.surface('#2a2723', 0.5)
    fields = '#c8bfae', '#39474f', '#a8836a'
    walls.picture(1.25, 0.95, (1.0, BACK, 1.5), frame, fields, 1.3, 6.6, 0.1)


def build():
    random = np.random.default_rng(12)
    _shell()
    _furniture(random)
    _art()
    for low, high in WINDOWS:
        y = (low + high) / 2
        lights.area((LEFT - 0.6, y, 1.9), (2.0, y + 0.6, 0.7), (1.3, 2.3), (0.9, 0.95, 1.0), 95)
    lights.sun((1.0, 0.62, -0.62), (1.0, 0.8, 0.56), 7.0, 2.0)
    scene.ambient((0.95, 0.97, 1.0), 0.3)
    scene.camera((0.55, 0, 1.25), yaw=7, lens=32, pitch=1.5)
