"""What windows show by day: sky over leaves, far out of focus."""

import cv2
import numpy as np

from painted.brush import grid, noise, rgb, smooth


def daylight_garden(random, height, width):
    rows, _ = grid(height, width)
    view = np.empty((height, width, 3), np.float32)
    view[:] = rgb('#e9f1f7')
    leaves = noise(random, height, width, width * 0.07, 5)
    tone = np.clip(0.5 + leaves * 0.45, 0, 1)[..., None]
    green = rgb('#6f8b5c') * (1 - tone) + rgb('#cfdcae') * tone
    hedge = smooth(-0.25, 0.35, rows * 2.2 - 1.0 + leaves * 0.5)[..., None]
    view += (green - view) * hedge
    return cv2.GaussianBlur(view, (0, 0), width * 0.009) * 1.6


def dusk(_random, height, width):
    """The blue hour: nothing but the sky."""
    rows, _ = grid(height, width)
    low, high = rgb('#e6b99a'), rgb('#5f7fae')
    return low + (high - low) * smooth(0.62, 0.1, rows)[..., None]
