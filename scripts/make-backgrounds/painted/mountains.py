"""Ridges at dawn, one behind the other, with mist in the valleys."""

import cv2
import numpy as np

from develop import grade
from painted import landscape, terrain
from painted.brush import noise, smooth

WIDTH, HEIGHT, OVER = 1920, 1080, 2
PLACE = landscape.Place(
    sun=terrain.Sun(0.74, (0.8, 0.5, 0.42), '#ffcf95'),
    air=terrain.Air(7000.0, '#8ba3c0', '#f6cfa6', 1800.0, 235.0, '#d9dbe0'),
    eye_m=400.0,
    horizon=0.43,
    nearest_m=230.0,
    clear_m=1100.0,
    sky_low='#f3d6b8',
    sky_high='#7f9dc0',
)


def land(random):
    """Higher the further away, so that every ridge shows behind the one before."""
    side, far = landscape.SIDE, landscape.away_m()
    hills = terrain.ridged(random, side, 170, 8, 0.47)
    peaks = terrain.ridged(random, side, 380, 9, 0.4)
    broad = noise(random, side, side, 600, 2)
    crests = hills + (peaks - hills) * smooth(5000, 13000, far)
    grow = 560 + 1500 * smooth(4000, 26000, far)
    slope = 60 * np.exp(-((far / 900) ** 2))
    return (crests * grow + broad * 70 - 130 + slope).astype(np.float32)


def paint_mountains(random):
    picture = landscape.view(random, land(random), (HEIGHT * OVER, WIDTH * OVER), PLACE)
    picture = cv2.resize(picture, (WIDTH, HEIGHT), interpolation=cv2.INTER_AREA)
    picture = cv2.GaussianBlur(picture, (0, 0), 1.7)
    shown = grade.graded(grade.to_display(np.clip(picture, 0, 1)), 1.0, 0.0, 0.1)
    return grade.vignette(shown, 0.1)
