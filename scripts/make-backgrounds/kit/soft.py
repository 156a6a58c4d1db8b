"""Cushions, sofas, curtains."""

import numpy as np

from kit import shapes


def padded(size, at, material, turn=(0, 0, 0), hard=7.0, steps=14):
    """A box with full, round edges: foam in cloth. `hard`: 2 is a ball, 12 nearly a box."""
    line = np.linspace(-1, 1, steps)
    u, v = (a.ravel() for a in np.meshgrid(line, line))
    one = np.ones_like(u)
    vertices, faces = [], []
    for axis, sign in np.ndindex(3, 2):
        side = np.roll(np.stack([one * (1 - 2 * sign), u, v], 1), axis, 1)
        start = len(vertices) * steps * steps
        quads = [(r * steps + c, r * steps + c + 1, (r + 1) * steps + c + 1, (r + 1) * steps + c)
                 for r in range(steps - 1) for c in range(steps - 1)]  # fmt: skip
        faces += [[start + i for i in (quad[::-1] if sign else quad)] for quad in quads]
        vertices.append(side / (np.abs(side) ** hard).sum(1, keepdims=True) ** (1 / hard))
    points = np.concatenate(vertices) * np.float64(size) / 2 + (0, 0, size[2] / 2)
    return shapes.place('padded', points, faces, material, at, turn, smooth=True)


def cushion(width, thick, at, material, turn=(0, 0, 0), height=None):
    """Stands upright, facing the camera; hollow edges, full middle, a dent along the top."""
    u, v = np.meshgrid(np.linspace(-1, 1, 33), np.linspace(-1, 1, 33))
    height = height or width
    across = width / 2 * u * (1 - 0.09 * (1 - v**2) * u**2)
    up = height / 2 * v * (1 - 0.09 * (1 - u**2) * v**2)
    up = up - 0.12 * height * np.exp(-((u / 0.35) ** 2)) * np.clip(v, 0, 1) ** 3
    full = thick / 2 * np.clip((1 - u**2) * (1 - v**2), 0, 1) ** 0.42
    full = full * (1 + 0.1 * np.sin(5 * u + 3 * v) * u**2 + 0.08 * np.sin(7 * v - 2 * u))
    for sign in (-1, 1):
        points = np.dstack([across, sign * full, up + height / 2])
        shapes.sheet(points[:, :: -sign], material, at, turn)


def sofa(at, width, cloth, legs, turn=(0, 0, 0), seats=2):
    """Faces the camera; `at` is the middle of its foot."""
    seat = (width - 0.36) / seats
    with shapes.group(at, turn):
        padded((width, 0.86, 0.26), (0, 0, 0.14), cloth, hard=12)
        for side in (-1, 1):
            padded((0.2, 0.9, 0.5), (side * (width / 2 - 0.1), 0, 0.14), cloth, hard=9)
        padded((width - 0.3, 0.24, 0.68), (0, 0.33, 0.14), cloth, hard=9)
        for i in range(seats):
            x = (i + 0.5) * seat - seat * seats / 2
            padded((seat - 0.01, 0.66, 0.17), (x, -0.1, 0.36), cloth, hard=6)
            padded((seat - 0.02, 0.2, 0.46), (x, 0.19, 0.47), cloth, (-12, 0, 0), hard=4.5)
        for x in (-1, 1):
            for y in (-1, 1):
                shapes.rod(0.02, 0.15, (x * (width / 2 - 0.12), y * 0.34, 0), legs)


def armchair(at, cloth, legs, turn=(0, 0, 0)):
    sofa(at, 0.92, cloth, legs, turn, seats=1)


def curtain(width, height, at, material, folds=7, turn=(0, 0, 0), seed=0):
    """Hangs from `at[2] + height`; folds are narrow above and swing out below."""
    random = np.random.default_rng(seed)
    u, v = np.meshgrid(np.linspace(0, 1, folds * 16), np.linspace(0, 1, 24))
    drift = 0.35 * np.sin(2 * np.pi * (u * 1.3 + random.random())) * (1 - v)
    phase = 2 * np.pi * (folds * u + drift)
    depth = (0.03 + 0.03 * (1 - v)) * np.sin(phase) + 0.012 * np.sin(2.7 * phase + 1)
    shapes.sheet(np.dstack([(u - 0.5) * width, depth, v * height]), material, at, turn)
