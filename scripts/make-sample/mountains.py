"""Ridges in morning mist, the nearest with spruces."""

import cv2
import numpy as np

from paint import blend, blurred, fill, glow, grid, light, noise, rgb

WIDTH, HEIGHT = 1920, 1080
SUN = (1330, 330)
# Height of the ridge, size of its forms, roughness, and colour, from far to near.
RIDGES = (
    (0.44, 0.10, 420, '#b8c3d1'),
    (0.51, 0.11, 360, '#93a6ba'),
    (0.59, 0.10, 300, '#6d879e'),
    (0.68, 0.09, 250, '#4a677e'),
    (0.79, 0.08, 230, '#2d4a5d'),
    (0.91, 0.06, 260, '#17303e'),
)


def _sky(picture, rows):
    tone = np.clip(rows / 0.62, 0, 1)[..., None]
    picture[:] = rgb('#8fb0cc') * (1 - tone) ** 1.2 + rgb('#f7d9bd') * (1 - (1 - tone) ** 1.2)
    light(picture, rgb('#ffe3b8'), glow(picture, SUN, (1100, 640), 1.8) * 0.7)
    light(picture, rgb('#fff6e2'), glow(picture, SUN, 300, 2.4) * 0.9)


def _clouds(picture, random, rows):
    cloud = np.clip(noise(random, HEIGHT, WIDTH, 210, 5, 3.4) - 0.15, 0, 1)
    high = np.exp(-(((rows - 0.17) / 0.14) ** 2))
    blend(picture, rgb('#fff1e2'), cloud * high * 0.55)


def _ridge_line(random, height, rise, cell):
    line = noise(random, 2, WIDTH, cell, 7)[0]
    peaks = 1 - np.abs(noise(random, 2, WIDTH, cell * 1.7, 3)[0])
    return (height - rise * (0.55 * peaks + 0.33 * line - 0.3)) * HEIGHT


def _spruce(picture, random, x, foot, tall, colour):
    """Tiers of drooping branches, each a little wider than the one above."""
    tiers = int(tall / 7) + 5
    left, right = [], []
    for tier in range(tiers):
        down = tier / (tiers - 1)
        reach = (0.03 + 0.19 * down) * tall * random.uniform(0.75, 1.15)
        y = foot - tall * (1 - down)
        left += [(x - reach * 0.35, y), (x - reach, y + tall / tiers * 0.9)]
        right += [(x + reach * 0.35, y), (x + reach, y + tall / tiers * 0.9)]
    fill(picture, [(x, foot - tall - 4), *right, *left[::-1]], colour)


def _forest(picture, random, line, near, colour):
    x = -20.0
    while x < WIDTH + 20:
        foot = line[int(np.clip(x, 0, WIDTH - 1))] + random.uniform(2, 16)
        _spruce(
            picture,
            random,
            x,
            foot + 10,
            random.uniform(0.45, 1) * near,
            rgb(colour) * random.uniform(0.86, 1.1),
        )
        x += random.uniform(0.08, 0.34) * near


def _mist(picture, random, rows, line, thickness, amount):
    drift = 0.7 + 0.5 * noise(random, HEIGHT, WIDTH, 240, 4, 3.0)
    below = (rows * HEIGHT - line[None, :]) / thickness
    density = np.clip(below, 0, 1) ** 0.9 * np.clip(1.7 - below * 0.22, 0.25, 1)
    blend(picture, rgb('#e9dfd6'), density * np.clip(drift, 0.2, 1.1) * amount)


def paint_mountains(random):
    rows, _ = grid(HEIGHT, WIDTH)
    picture = np.empty((HEIGHT, WIDTH, 3), np.float32)
    _sky(picture, rows)
    _clouds(picture, random, rows)
    for index, (height, rise, cell, colour) in enumerate(RIDGES):
        line = _ridge_line(random, height, rise, cell)
        body = np.clip(rows * HEIGHT - line[None, :], 0, 1)
        blend(picture, rgb(colour), body)
        if index >= 4:
            _forest(picture, random, line, (0, 0, 0, 22, 58, 150)[index], colour)
        if index < 5:
            _mist(picture, random, rows, line, 150 + 18 * index, 0.72 - 0.05 * index)
        picture = blurred(picture, 0.8) if index < 3 else picture
    light(picture, rgb('#ffdfae'), glow(picture, SUN, (1300, 900), 1.9) * 0.3)
    return picture
