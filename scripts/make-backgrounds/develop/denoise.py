"""Takes the noise out of a path-traced picture, by what the noise cannot touch.

The light is filtered without the surfaces' colours, over steps of 1, 2, 4… pixels (an à-trous
wavelet). A neighbour counts if it has the same normal, depth and colour, and if its light differs
by no more than the noise there, which is known from two renderings.
"""

import cv2
import numpy as np

TAPS = np.float32([1, 4, 6, 4, 1]) / 16
LEVELS = 5
LIGHT_TOLERANCE, NORMAL_SHARPNESS, ALBEDO_SHARPNESS, DEPTH_SHARPNESS = 4.0, 5.0, 150.0, 900.0


def _shifted(picture, down, right):
    height, width = picture.shape[:2]
    rows = np.clip(np.arange(height) + down, 0, height - 1)
    columns = np.clip(np.arange(width) + right, 0, width - 1)
    return picture[rows][:, columns]


def _luminance(picture):
    return picture @ np.float32([0.07, 0.72, 0.21])


def _without_fireflies(picture):
    """No pixel is much brighter than the middle one of its neighbours."""
    middle = np.dstack([cv2.medianBlur(np.ascontiguousarray(p), 5) for p in cv2.split(picture)])
    return np.minimum(picture, middle * 1.9 + 0.02 * picture.mean())


def _likeness(guide, down, right):
    """How far the neighbour is the same surface, as an exponent."""
    normal, albedo, depth = guide
    turned = ((normal - _shifted(normal, down, right)) ** 2).sum(2)
    recoloured = ((albedo - _shifted(albedo, down, right)) ** 2).sum(2)
    further = (depth - _shifted(depth, down, right)) ** 2
    return NORMAL_SHARPNESS * turned + ALBEDO_SHARPNESS * recoloured + DEPTH_SHARPNESS * further


def _level(light, variance, guide, step):
    total, weights, spread = np.zeros_like(light), 0.0, 0.0
    lightness = _luminance(light)
    noise = LIGHT_TOLERANCE * np.sqrt(cv2.GaussianBlur(variance, (0, 0), 1.5)) + 1e-4
    for i, j in np.ndindex(5, 5):
        down, right = (i - 2) * step, (j - 2) * step
        beside = _shifted(light, down, right)
        lit = np.abs(_luminance(beside) - lightness) / noise
        weight = TAPS[i] * TAPS[j] * np.exp(-lit - _likeness(guide, down, right))
        total += beside * weight[..., None]
        spread = spread + weight**2 * _shifted(variance, down, right)
        weights = weights + weight
    return total / weights[..., None], spread / weights**2


def denoised(passes):
    """`passes` as `read_passes` gives them; returns the colour without noise."""
    albedo = passes['albedo'] + passes['gloss']
    albedo = np.where(albedo.max(2, keepdims=True) < 0.01, 1.0, np.maximum(albedo, 0.02))
    halves = [_without_fireflies(half / albedo) for half in passes['halves']]
    light = (halves[0] + halves[1]) / 2
    difference = _luminance(halves[0] - halves[1]) ** 2 / 4
    variance = cv2.GaussianBlur(difference, (0, 0), 3.0)
    # Logarithms, so that the far wall is not sharper than the near chair.
    guide = passes['normal'], albedo, np.log(np.maximum(passes['depth'], 0.1))
    for level in range(LEVELS):
        light, variance = _level(light, variance, guide, 2**level)
    return light * albedo
