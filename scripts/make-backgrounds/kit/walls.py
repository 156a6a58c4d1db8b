"""Walls with openings, windows, pictures on the wall."""

import numpy as np

from kit import materials, shapes


def _slab(left, right, low, high, thick):
    foot = [(left, 0), (right, 0), (right, thick), (left, thick)]
    return [(x, y, z) for z in (low, high) for x, y in foot]


def wall(left, right, height, at, material, openings=(), turn=(0, 0, 0), thick=0.16):
    """Stands along x. `openings`: (left, right, low, high), from left to right."""
    slabs, x = [], left
    for a, b, low, high in openings:
        slabs += [_slab(x, a, 0, height, thick)]
        slabs += [_slab(a, b, 0, low, thick)] if low > 0 else []
        slabs += [_slab(a, b, high, height, thick)] if high < height else []
        x = b
    slabs += [_slab(x, right, 0, height, thick)]
    every = [[i + 8 * k for i in face] for k in range(len(slabs)) for face in shapes.BOX_FACES]
    return shapes.place('wall', np.concatenate(slabs), every, material, at, turn)


def window(left, right, low, high, y, material, columns=2, rows=1, bar=0.05):
    """A frame with panes in an opening of a wall along x."""
    deep = 0.06
    for x in np.linspace(left, right, columns + 1):
        shapes.box((bar, deep, high - low), (x, y, low), material)
    for z in np.linspace(low, high, rows + 1):
        shapes.box((right - left, deep, bar), ((left + right) / 2, y, z - bar / 2), material)


def blinds(left, right, low, high, y, material, tilt=28, pitch=0.05):
    """Slats with their ladders."""
    for z in np.arange(low, high, pitch):
        shapes.box((right - left, pitch * 1.06, 0.003), ((left + right) / 2, y, z), material,
                   (tilt, 0, 0), bevel=0)  # fmt: skip
    for part in (0.15, 0.5, 0.85):
        shapes.box((0.012, 0.003, high - low), (left + (right - left) * part, y - 0.027, low),
                   material, bevel=0)  # fmt: skip
    shapes.box((right - left + 0.04, 0.06, 0.06), ((left + right) / 2, y, high), material)


def _painting(colours, scale, shift):
    """Soft fields of colour, as hand-dyed paper has them."""
    nodes = materials.Nodes('painting')
    first = nodes.ramp(nodes.noise((1, 1, 2.2), scale, 2.0, 0.15, shift), 0.47, 0.5)
    second = nodes.ramp(nodes.noise((1.6, 1, 1), scale * 0.8, 1.0, 0.1, shift + 7), 0.53, 0.55)
    ground = nodes.mix(first, materials.rgb(colours[0]), materials.rgb(colours[1]))
    nodes.set(nodes.shader, 'Base Color', nodes.mix(second, ground, materials.rgb(colours[2])))
    nodes.set(nodes.shader, 'Roughness', 0.7)
    return nodes.material


def picture(width, height, at, frame, colours, scale=2.0, shift=0.0, mat=0.07):
    """A framed print; `at` is the middle of its lower edge, on the wall."""
    x, y, z = at
    paper = materials.surface('#e6e0d4', 0.8)
    shapes.box((width, 0.03, height), (x, y - 0.015, z), frame)
    shapes.box((width - 0.04, 0.01, height - 0.04), (x, y - 0.028, z + 0.02), paper, bevel=0)
    inner = (width - 0.04 - 2 * mat, 0.006, height - 0.04 - 2 * mat)
    shapes.box(inner, (x, y - 0.033, z + 0.02 + mat), _painting(colours, scale, shift), bevel=0)
