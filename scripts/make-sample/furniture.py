"""What stands in the room."""

import cv2
import numpy as np

from paint import blend, fill, glow, light, noise, polygon, rectangle, rgb

SPINES = ('#7b2d26', '#20455c', '#c9a227', '#e8e1d3', '#3f5b42', '#8c6a4f', '#2d2a32', '#b5532d',
          '#5c7d8a', '#d8c3a5', '#6b4c66', '#94a187')  # fmt: skip


def _wood(random, height, width, dark, pale):
    grain = noise(random, height, width, 24, 4, 12.0)
    tone = np.clip(0.5 + grain * 0.45, 0, 1)[..., None]
    return rgb(dark) * (1 - tone) + rgb(pale) * tone


def _book(picture, random, left, right, top, bottom, lean):
    colour = rgb(random.choice(SPINES)) * random.uniform(0.75, 1.05)
    points = [(left + lean, top), (right + lean, top), (right, bottom), (left, bottom)]
    fill(picture, points, colour)
    edge = (right - left) * 0.22
    fill(
        picture,
        [(left + lean, top), (left + lean + edge, top), (left + edge, bottom), (left, bottom)],
        colour * 0.62,
    )
    fill(
        picture,
        [(right + lean - edge, top), (right + lean, top), (right, bottom), (right - edge, bottom)],
        colour * 0.8,
    )
    for at in (0.16, 0.72):
        height = top + (bottom - top) * at
        shift = lean * (1 - at)
        band = rectangle(
            left + shift + 2, height, right + shift - 2, height + random.uniform(3, 12)
        )
        fill(picture, band, np.clip(colour * 1.7 + 0.06, 0, 1), 0, 0.75)


def _row_of_books(picture, random, left, right, ceiling, floor):
    at = left + 10
    while at < right - 34:
        width = random.uniform(15, 34)
        if random.random() < 0.08:
            at += random.uniform(24, 70)
            continue
        height = (floor - ceiling) * random.uniform(0.6, 0.88)
        lean = random.uniform(6, 14) if random.random() < 0.12 else 0
        _book(picture, random, at, at + width, floor - height, floor, lean)
        at += width + lean + random.uniform(0.5, 2)


def _shade_shelf(picture, left, right, ceiling, floor):
    inside = polygon(picture, rectangle(left, ceiling, right, floor))
    rows = np.arange(picture.shape[0], dtype=np.float32)[:, None]
    falling = np.clip(1 - (rows - ceiling) / 70, 0, 1) ** 1.3
    blend(picture, rgb('#120c08'), inside * falling * 0.78)


def _vase(picture, centre, floor):
    outline = [
        (-26, 0),
        (-34, -40),
        (-22, -72),
        (-10, -88),
        (-12, -104),
        (12, -104),
        (10, -88),
        (22, -72),
        (34, -40),
        (26, 0),
    ]
    points = [(centre + x, floor + y) for x, y in outline]
    fill(picture, points, rgb('#5f8f95'))
    blend(
        picture,
        rgb('#dff2f2'),
        polygon(picture, points) * glow(picture, (centre - 12, floor - 50), 30) * 0.9,
    )
    blend(
        picture,
        rgb('#1d3a40'),
        polygon(picture, points) * np.clip(glow(picture, (centre + 34, floor - 40), 40), 0, 0.6),
    )


def bookcase(picture, random, left, top, right, bottom):
    """An open case seen a little from the left: its side, its boards, and their shade."""
    fill(
        picture,
        [(left - 60, top + 40), (left, top), (left, bottom), (left - 60, bottom + 10)],
        rgb('#2c231b'),
        34,
        0.6,
    )
    wood = np.broadcast_to(rgb('#6e4c31'), picture.shape).copy()
    wood[:] = _wood(random, *picture.shape[:2], '#5b3d27', '#7f5a3b')
    blend(
        picture,
        wood * 0.72,
        polygon(
            picture, [(left - 34, top + 16), (left, top), (left, bottom), (left - 34, bottom - 14)]
        ),
    )
    blend(picture, wood * 1.08, polygon(picture, rectangle(left, top, right, bottom)))
    floors = np.linspace(top + 18, bottom - 18, 5)
    for ceiling, floor in zip(floors[:-1], floors[1:]):
        ceiling, floor = ceiling + 9, floor - 9
        fill(picture, rectangle(left + 18, ceiling, right - 18, floor), rgb('#3a281b'))
        fill(
            picture,
            [
                (left + 18, floor),
                (right - 18, floor),
                (right - 30, floor - 14),
                (left + 34, floor - 14),
            ],
            rgb('#55392a'),
        )
        if 420 < floor < 560:
            _vase(picture, left + 96, floor)
            _row_of_books(picture, random, left + 160, right - 16, ceiling, floor)
        else:
            _row_of_books(picture, random, left + 16, right - 16, ceiling, floor)
        _shade_shelf(picture, left + 18, right - 18, ceiling, floor)


def floor_lamp(picture, centre, top, bottom):
    light(picture, rgb('#ffcf8a'), glow(picture, (centre, top + 40), (430, 520), 2.2) * 0.75)
    fill(picture, rectangle(centre - 4, top + 90, centre + 4, bottom), rgb('#2a2622'))
    shade = [
        (centre - 52, top),
        (centre + 52, top),
        (centre + 82, top + 128),
        (centre - 82, top + 128),
    ]
    fill(picture, shade, rgb('#e9b872'))
    blend(
        picture,
        rgb('#fff3d6'),
        polygon(picture, shade) * glow(picture, (centre, top + 76), (96, 110), 0.9),
    )
    light(picture, rgb('#ffd9a0'), glow(picture, (centre, top + 70), 240, 2.6) * 0.5)


def _leaf(picture, root, tip, width, colour):
    root, tip = np.float32(root), np.float32(tip)
    way = tip - root
    side = np.float32([-way[1], way[0]]) / max(float(np.hypot(*way)), 1)
    along = np.linspace(0, 1, 18)[:, None]
    droop = np.float32([0, 1]) * (along**2) * float(np.hypot(*way)) * 0.22
    spine = root + way * along + droop
    swell = np.sin(np.pi * along**0.75) * width
    fill(picture, np.concatenate([spine + side * swell, (spine - side * swell)[::-1]]), colour)
    fill(
        picture,
        np.concatenate([spine + side * swell * 0.1, (spine - side * swell)[::-1]]),
        colour * 0.76,
    )


def house_plant(picture, random, centre, floor):
    """A rubber plant in a glazed pot; the leaves behind are painted first and darker."""
    fill(
        picture,
        [
            (centre - 80, floor - 8),
            (centre + 120, floor - 8),
            (centre + 150, floor + 24),
            (centre - 70, floor + 24),
        ],
        rgb('#1d1510'),
        14,
        0.6,
    )
    for layer in range(3):
        for _ in range(11):
            angle = random.uniform(-2.9, -0.24)
            start = (centre + random.uniform(-12, 12), floor - 150 - random.uniform(0, 250))
            length = random.uniform(90, 165)
            tip = (start[0] + np.cos(angle) * length * 0.8, start[1] + np.sin(angle) * length)
            tone = 0.5 + 0.24 * layer + random.uniform(-0.08, 0.08)
            colour = rgb('#5d8a4f') * tone + rgb('#22301c') * (1 - tone) * 0.5
            _leaf(picture, start, tip, random.uniform(15, 26), colour)
    pot = [
        (centre - 74, floor - 150),
        (centre + 74, floor - 150),
        (centre + 54, floor + 4),
        (centre - 54, floor + 4),
    ]
    fill(picture, pot, rgb('#5c6f78'))
    blend(
        picture,
        rgb('#29343a'),
        polygon(picture, pot)
        * np.clip((np.arange(picture.shape[1])[None, :] - centre + 30) / 120, 0, 0.8),
    )
    fill(picture, rectangle(centre - 82, floor - 172, centre + 82, floor - 140), rgb('#6f838c'))
    fill(picture, rectangle(centre - 76, floor - 174, centre + 76, floor - 166), rgb('#2a211b'))
