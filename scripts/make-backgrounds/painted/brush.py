"""Painting with numpy: colours are BGR floats, pictures float32 `[H,W,3]`, in linear light."""

import cv2
import numpy as np


def rgb(hexadecimal):
    """`#rrggbb` as linear blue, green and red."""
    shown = np.float32([int(hexadecimal[i : i + 2], 16) / 255 for i in (5, 3, 1)])
    return np.where(shown < 0.04045, shown / 12.92, ((shown + 0.055) / 1.055) ** 2.4).astype(
        np.float32
    )


def grid(height, width):
    """Row and column of every pixel, 0..1."""
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    return rows / height, columns / width


def smooth(low, high, value):
    """0 below `low`, 1 above `high`, without a corner between."""
    part = np.clip((value - low) / (high - low), 0, 1)
    return part * part * (3 - 2 * part)


def noise(random, height, width, cell, octaves=4, stretch=1.0):
    """Smooth fractal noise around 0, about -1..1; `stretch` > 1 draws it out sideways."""
    total = np.zeros((height, width), np.float32)
    for octave in range(octaves):
        size = cell / 2**octave
        rows, columns = int(height / size) + 3, int(width / size / stretch) + 3
        layer = random.standard_normal((rows, columns)).astype(np.float32)
        total += cv2.resize(layer, (width, height), interpolation=cv2.INTER_CUBIC) / 2**octave
    return total / 2
