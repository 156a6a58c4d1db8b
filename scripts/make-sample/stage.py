"""A cyclorama: the curved wall behind a stage, with a pool of light on it."""

import numpy as np

from paint import blend, glow, grid, light, noise, pool, rgb

WIDTH, HEIGHT = 1920, 1080


def paint_stage(random):
    rows, columns = grid(HEIGHT, WIDTH)
    picture = np.empty((HEIGHT, WIDTH, 3), np.float32)
    # The wall runs into the floor without an edge: only the light tells where it bends.
    bend = 0.80 + 0.03 * (columns - 0.5) ** 2
    floor = 1 / (1 + np.exp(-(rows - bend) / 0.034))
    wall_tone = np.clip(0.15 + 0.5 * rows, 0, 1)[..., None]
    picture[:] = rgb('#1b3a41') * (1 - wall_tone) + rgb('#2f5c63') * wall_tone
    blend(picture, rgb('#47747a'), floor * 0.85)
    blend(picture, rgb('#16323a'), np.exp(-(((rows - bend + 0.02) / 0.07) ** 2)) * 0.34)
    picture += noise(random, HEIGHT, WIDTH, 300, 3)[..., None] * 0.006
    light(picture, rgb('#ffd3a0'), pool(picture, (1120, 440), (1060, 800)) * 0.5)
    light(picture, rgb('#ffe9cc'), pool(picture, (1120, 400), (620, 500)) * 0.5)
    light(picture, rgb('#ffdcb0'), pool(picture, (1090, 985), (1000, 150)) * 0.3)
    light(picture, rgb('#5fb4c4'), pool(picture, (60, 260), (760, 900)) * 0.2)
    dark = 1 - glow(picture, (1060, 520), (1750, 1250), 0.75)
    blend(picture, rgb('#0d1d22'), np.clip(dark, 0, 1) ** 1.6 * 0.75)
    return picture
