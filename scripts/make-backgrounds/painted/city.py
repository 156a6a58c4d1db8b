"""A city by night, far out of focus: every lamp is a disc of light."""

import cv2
import numpy as np

from painted.brush import grid, rgb

LAMPS = ('#ffc27a', '#ffb060', '#ffe0b0', '#ff9a5c', '#bcd6ff', '#ffd9a8', '#fff0da',
         '#ff7d58')  # fmt: skip
HORIZON = 0.44


def _dusk(height, width):
    rows, columns = grid(height, width)
    picture = np.empty((height, width, 3), np.float32)
    picture[:] = rgb('#18294f')
    aside = 0.6 + 0.4 * np.exp(-(((columns - 0.3) / 0.3) ** 2))
    glow = np.exp(-(((rows - HORIZON) / 0.2) ** 2)) * aside
    picture += (rgb('#bd8870') * 0.45 - picture * 0.4) * glow[..., None]
    return picture


def _towers(picture, random):
    """Blocks against the sky, the further the paler."""
    height, width = picture.shape[:2]
    for layer, tone in enumerate(('#3a3450', '#262640', '#141828')):
        x = -40.0
        while x < width:
            wide = random.uniform(0.02, 0.06) * width
            rise = random.uniform(0.0, 0.13) * random.uniform(0.3, 1.0)
            corner = int(x), int((HORIZON + 0.03 * layer - rise) * height)
            cv2.rectangle(picture, corner, (int(x + wide), height), rgb(tone).tolist(), -1)
            x += wide * random.uniform(0.75, 1.3)
    return cv2.GaussianBlur(picture, (0, 0), width * 0.006)


def _discs(picture, random, count, radii, light):
    height, width = picture.shape[:2]
    for _ in range(count):
        radius = random.uniform(*radii) * width
        depth = abs(random.normal(0, 1))
        centre = random.uniform(0, width), (HORIZON - 0.02 + 0.15 * depth) * height
        disc = np.zeros((height, width), np.float32)
        fixed = tuple(int(c * 16) for c in centre)
        cv2.circle(disc, fixed, int(radius * 16), 1.0, -1, cv2.LINE_AA, 4)
        rim = np.zeros_like(disc)
        cv2.circle(rim, fixed, int(radius * 14.6), 1.0, max(int(radius * 0.16), 1), cv2.LINE_AA, 4)
        strength = light * random.uniform(0.15, 1.0) ** 2
        picture += ((disc + 0.25 * rim) * strength)[..., None] * rgb(random.choice(LAMPS))
    return picture


def city_lights(random, height, width):
    small = _towers(_dusk(height // 2, width // 2), random)
    small = _discs(small, random, 280, (0.003, 0.006), 0.8)
    small = _discs(small, random, 130, (0.006, 0.011), 0.7)
    small = _discs(small, random, 40, (0.011, 0.017), 0.4)
    return cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC)
