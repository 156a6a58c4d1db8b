"""A library: walls of books on both sides, lamps, a window at dusk at its end."""

import numpy as np

from kit import books, lamps, lights, materials, scene, shapes, soft, walls

BACK, HALF, TALL = 7.2, 2.05, 3.0


def _shell(oak):
    plaster = materials.surface('#55584f', 0.9, '#4e5149', 0.8)
    walls.wall(-4, 4, TALL + 0.3, (0, BACK, 0), plaster, [(-0.62, 0.62, 0.75, 2.55)])
    walls.window(-0.62, 0.62, 0.75, 2.55, BACK + 0.08, oak, 2, 3, 0.045)
    shapes.box((1.5, 0.22, 0.05), (0, BACK - 0.05, 0.71), oak)
    shapes.box((9, 14, 0.1), (0, BACK - 6, -0.1), materials.planks('#4a3121', '#5f4029'), bevel=0)
    shapes.box((9, 14, 0.1), (0, BACK - 6, TALL), materials.surface('#4d463d', 0.9), bevel=0)
    for y in np.arange(1.0, BACK, 1.55):
        shapes.box((2 * HALF + 0.4, 0.16, 0.18), (0, y, TALL - 0.18), oak)
    rug = materials.surface('#472623', 0.95, '#38211f', 5.0, relief=0.002, fine=220.0)
    shapes.box((1.9, 5.0, 0.012), (0, 4.4, 0), rug)


def _cases(oak, random):
    for y in np.arange(1.6, BACK, 1.16):
        books.case(1.14, 2.72, 7, (-HALF - 0.14, y, 0), oak, random, (0, 0, 90), full=0.96)
        books.case(1.14, 2.72, 7, (HALF + 0.14, y, 0), oak, random, (0, 0, -90), full=0.96)
    for x in (-1, 1):
        books.case(1.05, 2.72, 7, (x * 1.42, BACK - 0.15, 0), oak, random, full=0.95)


def _furniture(oak, random):
    brass = materials.surface('#a5844c', 0.3, metal=1.0)
    leather = materials.surface('#5a3626', 0.42, '#6a4230', 7.0, relief=0.0008, fine=90.0)
    soft.armchair((-1.15, 5.3, 0), leather, oak, (0, 0, 38))
    shapes.lathe([(0.16, 0), (0.16, 0.02), (0.02, 0.04), (0.02, 0.5), (0.24, 0.52), (0.24, 0.55)],
                 (1.3, 5.4, 0), oak)  # fmt: skip
    lamps.table_lamp((1.3, 5.4, 0.55), 11, brass, '#e8cf9c', 1.1)
    books.pile((1.12, 5.3, 0.55), 3, random, width=0.2)
    shapes.box((1.3, 0.42, 0.72), (0, BACK - 0.32, 0), oak)
    lamps.table_lamp((-0.42, BACK - 0.3, 0.72), 6, brass, '#e8cf9c')
    books.pile((0.3, BACK - 0.32, 0.72), 4, random)


def _shelf_lights():
    """Brass pipes above the cases that wash the spines: small warm areas."""
    for y in (2.7, 4.3, 5.9):
        for side in (-1, 1):
            lights.area((side * (HALF - 0.42), y, TALL - 0.1), (side * HALF, y, 0.9), (0.12, 0.9),
                        (1.0, 0.74, 0.48), 6)  # fmt: skip


def build():
    random = np.random.default_rng(9)
    oak = materials.wood('#3e2718', '#5c3c25', 'z', 0.4)
    _shell(oak)
    _cases(oak, random)
    _furniture(oak, random)
    velvet = materials.surface('#39443f', 0.9, sheen=0.5)
    soft.curtain(0.42, 2.35, (-0.78, BACK - 0.1, 0.42), velvet, 5, seed=3)
    soft.curtain(0.42, 2.35, (0.78, BACK - 0.1, 0.42), velvet, 5, seed=4)
    _shelf_lights()
    lights.area((0, BACK + 0.9, 3.0), (0, 4.5, 0.0), (1.2, 1.7), (0.5, 0.68, 1.0), 14)
    scene.ambient((1.0, 0.8, 0.6), 0.035)
    scene.camera((0, 0, 1.25), lens=33, pitch=0.5)
