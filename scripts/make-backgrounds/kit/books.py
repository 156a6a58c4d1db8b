"""Rows of books and what stands between them."""

from functools import lru_cache

from kit import materials, shapes

QUIET = ('#7a4a3c', '#3f5560', '#a58a5c', '#c9bfae', '#46584a', '#6f5b4b', '#33323a', '#8c5a3f',
         '#5f7480', '#b7a68a', '#58475a', '#7f8a74', '#d8d0c0', '#4a3a34')  # fmt: skip


@lru_cache(None)
def _cloth(colour):
    return materials.surface(colour, 0.6, scale=30.0, relief=0.0003, fine=400.0)


@lru_cache(None)
def _gilt():
    return materials.surface('#b39256', 0.4, metal=0.6)


def _book(x, width, height, depth, front, z, lean, colour, random):
    cloth = _cloth(colour)
    y = front + depth / 2 + random.uniform(0, 0.02)
    made = shapes.box((width, depth, height), (x, y, z), cloth, (0, lean, 0), bevel=0.006)
    if width > 0.024 and random.random() < 0.55:
        for part in (0.14, 0.18, 0.8):
            shapes.box((width * 1.01, depth, height * 0.012), (x, y - 0.001, z + height * part),
                       _gilt(), (0, lean, 0), bevel=0)  # fmt: skip
    return made


def row(left, right, front, z, room, random, colours=QUIET, full=0.95, depth=0.2):
    """Books from `left` to `right` on a board at height `z`; `room` is the height above it."""
    x = left + 0.01
    colour, height = colours[random.integers(len(colours))], room * 0.8
    while x < right - 0.05:
        if random.random() > full:
            x += random.uniform(0.04, 0.16)
            continue
        # Neighbours are often volumes of one work: same colour, same height.
        if random.random() < 0.72:
            colour = colours[random.integers(len(colours))]
            height = room * random.uniform(0.58, 0.9)
        width = min(random.uniform(0.018, 0.05), right - x - 0.012)
        _book(x + width / 2, width, height, depth * random.uniform(0.75, 1), front, z,
              random.choice([0, 0, 0, 0, 0, -1.5]), colour, random)  # fmt: skip
        x += width + 0.0012


def pile(at, count, random, colours=QUIET, width=0.24):
    """Books that lie on each other, the largest below."""
    z = at[2]
    for i in range(count):
        thick = random.uniform(0.02, 0.04)
        colour = colours[random.integers(len(colours))]
        size = (width * (1 - 0.05 * i), 0.17 * (1 - 0.04 * i), thick)
        shapes.box(size, (at[0], at[1], z), _cloth(colour), (0, 0, random.uniform(-9, 9)), 0.004)
        z += thick
    return z


def case(width, height, boards, at, material, random, turn=(0, 0, 0), depth=0.28, **books):
    """A bookcase full of books; `at` is the middle of its foot, books face the camera."""
    step = height / boards
    with shapes.group(at, turn):
        for side in (-1, 1):
            shapes.box((0.03, depth, height), (side * (width / 2 - 0.015), 0, 0), material)
        shapes.box((width, 0.012, height), (0, depth / 2, 0), material)
        for i in range(boards + 1):
            board = (0, 0, min(i * step, height - 0.028))
            shapes.box((width - 0.06, depth, 0.028), board, material)
            if i < boards:
                row(-width / 2 + 0.035, width / 2 - 0.035, -depth / 2 + 0.03, i * step + 0.028,
                    step - 0.04, random, depth=depth - 0.06, **books)  # fmt: skip
