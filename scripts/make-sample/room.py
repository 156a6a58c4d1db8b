"""The room behind the person: what a virtual background has to hide. Painted, not photographed."""

import cv2
import numpy as np

from furniture import bookcase, floor_lamp, house_plant
from paint import blend, blurred, fill, glow, light, noise, polygon, rectangle, rgb

WIDTH, HEIGHT = 1920, 1080
CORNER_X, CEILING_Y, FLOOR_Y = 520, 70, 905


def _walls(picture, random):
    picture[:] = rgb('#c9bfae')
    blend(
        picture,
        rgb('#8f8779'),
        np.linspace(0, 1, WIDTH)[None, :] ** 1.6 * np.ones((HEIGHT, 1)) * 0.75,
    )
    fill(
        picture, [(0, -170), (CORNER_X, CEILING_Y), (CORNER_X, FLOOR_Y), (0, 1160)], rgb('#a99e8d')
    )
    fill(
        picture,
        [(0, -200), (0, -170), (CORNER_X, CEILING_Y), (WIDTH, CEILING_Y), (WIDTH, -200)],
        rgb('#e4ddd1'),
    )
    fill(
        picture,
        [(0, 1160), (CORNER_X, FLOOR_Y), (WIDTH, FLOOR_Y), (WIDTH, 1300), (0, 1300)],
        rgb('#6d5039'),
    )
    fill(picture, rectangle(CORNER_X, FLOOR_Y - 34, WIDTH, FLOOR_Y), rgb('#b3a896'))
    fill(
        picture,
        [(0, 1112), (CORNER_X, FLOOR_Y - 34), (CORNER_X, FLOOR_Y), (0, 1160)],
        rgb('#a2978a'),
    )
    picture += noise(random, HEIGHT, WIDTH, 40)[..., None] * 0.006


def _corner_shade(picture):
    """Corners and edges of a room are darker than its walls."""
    for points, width in (
        ([(CORNER_X, CEILING_Y), (CORNER_X, FLOOR_Y)], 70),
        ([(0, -170), (CORNER_X, CEILING_Y), (WIDTH, CEILING_Y)], 60),
        ([(CORNER_X, FLOOR_Y), (WIDTH, FLOOR_Y)], 50),
    ):
        line = np.zeros((HEIGHT, WIDTH), np.uint8)
        cv2.polylines(line, [np.int32(points)], False, 255, width)
        shade = cv2.GaussianBlur(line.astype(np.float32) / 255, (0, 0), width * 0.6)
        blend(picture, rgb('#4c4238'), shade * 0.34)


def _view_outside(random):
    """A garden in daylight, out of focus."""
    view = np.empty((600, 420, 3), np.float32)
    down = np.linspace(0, 1, 600, dtype=np.float32)[:, None, None]
    view[:] = rgb('#dcebf5') * (1 - down) + rgb('#f6f3e6') * down
    leaves = noise(random, 600, 420, 90, 4)
    hedge = np.clip((np.linspace(-1.6, 2.2, 600)[:, None] + leaves) * 1.6, 0, 1)
    tone = np.clip(0.5 + leaves * 0.5, 0, 1)[..., None]
    blend(view, rgb('#6d9155') * (1 - tone) + rgb('#b9cf8d') * tone, hedge)
    return blurred(view, 7)


def _window(picture, random):
    corners = np.float32([(96, 118), (398, 196), (398, 652), (96, 716)])
    frame = corners + np.float32([(-26, -34), (20, -20), (20, 22), (-26, 30)])
    fill(picture, frame + np.float32([10, 12]), rgb('#3d352c'), 14, 0.5)
    fill(picture, frame, rgb('#f1ede4'))
    view = _view_outside(random)
    source = np.float32([(0, 0), (420, 0), (420, 600), (0, 600)])
    warp = cv2.getPerspectiveTransform(source, corners)
    outside = cv2.warpPerspective(view, warp, (WIDTH, HEIGHT))
    blend(picture, outside, polygon(picture, corners))
    for bar in (
        [(204, 0), (216, 0), (216, 600), (204, 600)],
        [(0, 262), (420, 262), (420, 274), (0, 274)],
    ):
        points = cv2.perspectiveTransform(np.float32([bar]), warp)[0]
        fill(picture, points, rgb('#ece7dc'))
    fill(picture, [(52, 752), (426, 672), (446, 694), (52, 790)], rgb('#faf7f0'))
    fill(picture, [(52, 790), (446, 694), (446, 706), (52, 806)], rgb('#8d8373'))


def _curtain(picture, left, right, top, bottom):
    """Folds of linen: stripes of light and shade, wider where the cloth swings out."""
    columns = np.arange(WIDTH, dtype=np.float32)
    across = (columns - left) / (right - left)
    folds = 0.5 + 0.5 * np.sin(across * 23 + np.sin(across * 9) * 1.4)
    cloth = rgb('#9aa79a') * (0.62 + 0.46 * folds[:, None])
    shape = polygon(
        picture, [(left, top), (right, top + 46), (right + 6, bottom - 60), (left - 10, bottom)]
    )
    blend(picture, np.broadcast_to(cloth, picture.shape), shape * 0.97)


def _daylight(picture):
    """The air around the panes. The wall behind her head stays plain: see the sample's README."""
    light(picture, rgb('#f3f6ff'), glow(picture, (250, 420), 900) * 0.42)


def paint_room(random):
    picture = np.empty((HEIGHT, WIDTH, 3), np.float32)
    _walls(picture, random)
    _corner_shade(picture)
    _window(picture, random)
    _curtain(picture, -20, 96, 40, 1010)
    _curtain(picture, 404, 486, 118, 900)
    _daylight(picture)
    bookcase(picture, random, 1390, 150, 1860, 925)
    floor_lamp(picture, 1290, 300, 905)
    house_plant(picture, random, 440, 930)
    vignette = 1 - 0.24 * (1 - glow(picture, (WIDTH * 0.45, HEIGHT * 0.45), 1500, 1.0)) ** 2
    # A webcam's lens: everything behind the person is a little soft.
    return blurred(picture, 1.7) * vignette[..., None]
