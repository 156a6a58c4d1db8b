"""A mountain lake early in the morning: wooded shores, peaks behind, still water."""

import cv2
import numpy as np

from develop import grade
from painted import landscape, terrain
from painted.brush import grid, noise, rgb, smooth

WIDTH, HEIGHT, OVER = 1920, 1080, 2
PLACE = landscape.Place(
    sun=terrain.Sun(0.2, (-0.75, 0.1, 0.5), '#ffd9b0'),
    air=terrain.Air(8500.0, '#9db4cc', '#ebdacb', 2600.0, 120.0, '#e2e8ee'),
    eye_m=3.0,
    horizon=0.5,
    nearest_m=500.0,
    clear_m=600.0,
    sky_low='#f0ddca',
    sky_high='#6f97c2',
)


def land(random):
    """Shores on both sides that close in, peaks where they would meet."""
    side, far = landscape.SIDE, landscape.away_m()
    across = ((np.arange(side, dtype=np.float32) - side / 2) * landscape.CELL_M)[None, :]
    hills = terrain.ridged(random, side, 150, 8, 0.47)
    peaks = terrain.ridged(random, side, 420, 9, 0.42)
    shore = 330 * noise(random, side, side, 55, 3) + 260 * noise(random, side, side, 160, 1)
    beyond = np.maximum(np.abs(across - 350) - 620 - 0.02 * far + shore, far - 5200 + 2 * shore)
    beyond = np.minimum(beyond, far - 950 + 0.4 * shore)
    flank = smooth(0, 2600, beyond)
    back = smooth(5500, 15000, far)
    grow = 950 * flank * (0.35 + 0.65 * hills) + 2300 * back * peaks
    return np.where(beyond > 0, grow + 2.0, -40.0).astype(np.float32)


def _waterline(ground, size):
    """The row of each column at which the lake ends."""
    tall, wide = size
    distances = np.geomspace(PLACE.nearest_m, 12000, 1500)
    across = np.linspace(-1, 1, wide)[None, :] * landscape.SPREAD
    x = landscape.SIDE / 2 + distances[:, None] * across / landscape.CELL_M
    y = np.broadcast_to(distances[:, None] / landscape.CELL_M, x.shape)
    shore = distances[np.argmax(terrain.sample(ground, x, y) > 0, 0)]
    rows = PLACE.horizon * tall + PLACE.eye_m / shore * wide / (2 * landscape.SPREAD)
    return cv2.GaussianBlur(rows.astype(np.float32)[None, :], (0, 0), wide * 0.004)


def _mirrored(picture, edge, random):
    """Water shows what stands above its edge upside down, shaken by ripples."""
    tall, wide = picture.shape[:2]
    rows, columns = np.mgrid[0:tall, 0:wide].astype(np.float32)
    near = np.clip((rows - edge) / (tall - edge), 0, 1)
    ripple = noise(random, tall, wide, tall * 0.016, 3, 9.0) * smooth(0, 0.7, near)
    up = 2 * edge - rows + ripple * tall * 0.014
    side = columns + ripple * tall * 0.004
    mirror = cv2.remap(picture, side, up, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
    soft = cv2.GaussianBlur(mirror, (0, 0), sigmaX=tall * 0.0008, sigmaY=tall * 0.005)
    strength = (0.88 - 0.4 * near)[..., None]
    return soft * strength + rgb('#1d3743') * (1 - strength)


def paint_lake(random):
    size = HEIGHT * OVER, WIDTH * OVER
    ground = land(random)
    picture = landscape.view(random, ground, size, PLACE)
    edge = _waterline(ground, size)
    water = smooth(-1, 1, grid(*size)[0] * size[0] - edge)[..., None]
    picture = picture + (_mirrored(picture, edge, random) - picture) * water
    picture = cv2.resize(picture, (WIDTH, HEIGHT), interpolation=cv2.INTER_AREA)
    picture = cv2.GaussianBlur(picture, (0, 0), 1.4)
    shown = grade.graded(grade.to_display(np.clip(picture, 0, 1)), 0.95, 0.0, 0.2)
    return grade.vignette(shown, 0.1)
