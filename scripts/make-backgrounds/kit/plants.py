"""House plants: a leaf's mesh, placed many times."""

import math

import numpy as np

from kit import materials, shapes

GOLDEN = 137.5


def leaf(length, width, material, droop=0.25, fold=0.15, broadest=0.5):
    """Grows along +x from the origin. Returns the mesh; the first one is put out of sight."""
    s, v = np.meshgrid(np.linspace(0, 1, 12), np.linspace(-1, 1, 7))
    power = math.log(0.5) / math.log(broadest)
    half = width / 2 * np.sin(np.pi * s**power) ** 0.8
    rise = fold * np.abs(v) * half - droop * length * s**2 + 0.015 * np.sin(9 * s + 4 * v) * width
    made = shapes.sheet(np.dstack([s * length, v * half, rise]), material, at=(0, 0, -50))
    return made.data


def pot(at, radius, height, material, soil):
    wall = [(radius * 0.72, 0), (radius * 0.97, height * 0.9), (radius, height),
            (radius * 0.93, height), (radius * 0.9, height * 0.86)]  # fmt: skip
    shapes.lathe(wall, at, material, closed=False)
    shapes.lathe([(radius * 0.91, 0), (0.001, 0.004)], (*at[:2], at[2] + height * 0.86), soil)


def _greens(colours):
    return [materials.thin(colour, 0.3) for colour in colours]


def fig(at, height, random, colours=('#3d5a35', '#4a6b3c', '#31492d')):
    """A fiddle-leaf fig: broad leaves all the way around a stem or three."""
    bark = materials.surface('#5b4a3a', 0.9)
    shapes_of_leaves = [leaf(0.27, 0.19, green, 0.3, 0.25, 0.6) for green in _greens(colours)]
    for lean in (-0.16, 0.03, 0.19):
        tall = height * random.uniform(0.78, 1.0)
        turn = random.uniform(0, 6.28)
        foot, way = np.float64(at), np.float64([lean, 0.1 * math.sin(turn), 0]) * tall
        steps = np.linspace(0, 1, 10)[:, None]
        points = foot + way * steps**1.6 + steps * np.float64([0, 0, tall])
        shapes.tube(points, 0.011, bark)
        for i in range(int(tall * 30)):
            up = 0.24 + 0.76 * i / (tall * 30)
            where = foot + way * up**1.6 + np.float64([0, 0, tall * up])
            tilt = -random.uniform(5, 45) - 25 * up**3
            mesh = shapes_of_leaves[random.integers(len(shapes_of_leaves))]
            around = (random.uniform(-20, 20), tilt, i * GOLDEN + turn * 57)
            size = random.uniform(0.65, 1.1) * (1.05 - 0.25 * up)
            shapes.place_again(mesh, where, around, size)


def palm(at, height, random, fronds=24, colours=('#4a6a3e', '#3c5934', '#5d7c49')):
    """An areca: arching fronds with two rows of narrow leaflets."""
    meshes = [leaf(0.27, 0.03, green, 0.22, 0.4, 0.4) for green in _greens(colours)]
    stem = materials.surface('#6d7d45', 0.6)
    for i in range(fronds):
        turn = math.radians(i * GOLDEN + random.uniform(-15, 15))
        reach = height * random.uniform(0.4, 0.7) * (0.3 + 0.7 * i / fronds)
        tall = height * random.uniform(0.72, 1.0) * (1.08 - 0.4 * i / fronds)
        s = np.linspace(0, 1, 26)
        out, up = reach * s**1.7, tall * (s - 0.32 * s**3) / 0.68
        points = np.stack([out * math.cos(turn), out * math.sin(turn), up], 1) + np.float64(at)
        shapes.tube(points, 0.005, stem)
        _leaflets(points, math.degrees(turn), meshes, random)


def _leaflets(points, turn, meshes, random):
    for k in range(8, 26):
        way = points[k] - points[k - 1]
        slope = -math.degrees(math.atan2(way[2], math.hypot(way[0], way[1])))
        for side in (-1, 1):
            mesh = meshes[random.integers(len(meshes))]
            open_out = side * (58 - 34 * (k - 8) / 17)
            size = random.uniform(0.8, 1.1) * math.sin(0.5 + 2.2 * (k - 8) / 17)
            shapes.place_again(mesh, points[k], (side * 20, slope * 0.55, turn + open_out), size)


def snake(at, height, random, blades=11):
    """Sansevieria: stiff upright blades."""
    greens = _greens(('#4b5f3f', '#5c6e45', '#3e5138'))
    for i in range(blades):
        tall = height * random.uniform(0.6, 1.0)
        s, v = np.meshgrid(np.linspace(0, 1, 16), np.linspace(-1, 1, 5))
        half = 0.032 * (1 - s**4) * (0.6 + 0.4 * np.sin(np.pi * s))
        twist = 0.8 * s
        points = np.dstack([v * half * np.cos(twist), v * half * np.sin(twist) + 0.01 * v**2,
                            s * tall])  # fmt: skip
        spot = np.float64(at) + (*random.normal(0, 0.035, 2), 0)
        turn = (*random.uniform(-12, 12, 2), random.uniform(0, 180))
        shapes.sheet(points, greens[i % 3], spot, turn)


def trailing(at, length, random, strands=9):
    """A pothos that hangs over the edge of a shelf."""
    meshes = [leaf(0.075, 0.06, green, 0.2, 0.2, 0.38)
              for green in _greens(('#55763f', '#456636', '#6a8a4c'))]  # fmt: skip
    stem = materials.surface('#5d7040', 0.6)
    for _ in range(strands):
        side, long = random.normal(0, 0.09), length * random.uniform(0.35, 1.0)
        s = np.linspace(0, 1, 20)
        over = np.minimum(s * 4, 1)
        across = side * np.minimum(s * 3, 1) + 0.02 * np.sin(9 * s + side * 40)
        fall = 0.09 * np.sin(np.pi * over) - long * s**1.4
        points = np.stack([across, -0.13 * over, fall], 1) + np.float64(at)
        shapes.tube(points, 0.002, stem)
        for point in points[2:]:
            mesh = meshes[random.integers(len(meshes))]
            turn = (random.uniform(-30, 30), random.uniform(20, 70), random.uniform(180, 360))
            shapes.place_again(mesh, point, turn, random.uniform(0.7, 1.2))
