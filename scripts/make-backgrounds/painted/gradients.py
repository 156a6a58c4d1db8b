"""Soft colour and light, nothing else: for who wants no room at all."""

import cv2
import numpy as np

from develop import grade
from painted.brush import grid, noise, rgb

WIDTH, HEIGHT = 1920, 1080


def _blobs(random, ground, lights):
    """Large fields of colour that run into each other. Each: centre, size, colour, strength."""
    rows, columns = grid(HEIGHT, WIDTH)
    # Bent coordinates: no field is a plain ellipse.
    across = columns + 0.05 * noise(random, HEIGHT, WIDTH, 900, 2)
    down = rows * 9 / 16 + 0.04 * noise(random, HEIGHT, WIDTH, 900, 2)
    picture = np.empty((HEIGHT, WIDTH, 3), np.float32)
    picture[:] = rgb(ground)
    for (x, y), (wide, tall), colour, strength in lights:
        away = ((across - x) / wide) ** 2 + ((down - y * 9 / 16) / tall) ** 2
        picture += (rgb(colour) - picture) * (strength * np.exp(-1.4 * away))[..., None]
    return picture


def _finished(picture, dark=0.12):
    picture = cv2.GaussianBlur(picture, (0, 0), 40)
    return grade.vignette(grade.to_display(np.clip(picture, 0, 1)), dark)


def paint_dawn(random):
    return _finished(_blobs(random, '#46536f', (
        ((0.5, 1.1), (1.1, 0.34), '#c98b78', 0.85),
        ((0.16, 0.86), (0.5, 0.26), '#f0b48c', 0.85),
        ((0.1, 0.98), (0.3, 0.14), '#f8cfa2', 0.6),
        ((0.95, 0.75), (0.45, 0.3), '#8d6f86', 0.75),
        ((0.75, 0.02), (0.6, 0.25), '#33456a', 0.85),
        ((0.1, 0.05), (0.5, 0.2), '#5f7699', 0.7),
    )))  # fmt: skip


def paint_mist(random):
    return _finished(_blobs(random, '#a9b7bd', (
        ((0.1, 0.1), (0.55, 0.35), '#e6e9e4', 0.95),
        ((0.85, 0.9), (0.55, 0.3), '#7f949e', 0.9),
        ((0.55, 0.55), (0.4, 0.22), '#98aab2', 0.6),
        ((0.05, 0.95), (0.4, 0.2), '#c8cfc9', 0.7),
        ((0.95, 0.1), (0.35, 0.25), '#bccad2', 0.7),
    )))  # fmt: skip


def paint_slate(random):
    return _finished(_blobs(random, '#2a333d', (
        ((0.08, 0.2), (0.5, 0.42), '#5f7280', 0.85),
        ((0.0, 0.1), (0.25, 0.25), '#7d909b', 0.5),
        ((0.95, 0.95), (0.5, 0.35), '#1b222b', 0.9),
        ((0.9, 0.1), (0.35, 0.25), '#33424f', 0.6),
        ((0.3, 1.0), (0.4, 0.15), '#3c4a52', 0.6),
    )), 0.2)  # fmt: skip
