"""How the person moves: sways, breathes, and tilts her head, back to the start after one loop."""

import cv2
import numpy as np

from cutout import SCALE

WIDTH, HEIGHT, FRAMES = 960, 540, 120
# One portrait pixel becomes this many of the clip.
ZOOM = 1.5
# Where the portrait's point PIVOT (below the picture, about the hips) stands in the clip.
PIVOT, PIVOT_AT = (205, 420), (470, 660)
NECK = (222, 190)


def _turned(x, y, centre, degrees):
    angle = np.deg2rad(degrees)
    across, down = x - centre[0], y - centre[1]
    cosine, sine = np.cos(angle), np.sin(angle)
    return centre[0] + cosine * across - sine * down, centre[1] + sine * across + cosine * down


def _pose(frame):
    turn = 2 * np.pi * frame / FRAMES
    return {
        'sway': 1.5 * np.sin(turn),
        'shift': 11 * np.sin(turn + 0.5),
        'breath': 1 + 0.007 * np.sin(2 * turn),
        'tilt': 2.6 * np.sin(turn - 0.9) + 0.9 * np.sin(2 * turn),
        'nod': 2.2 * np.sin(2 * turn + 0.7),
    }


def place(person, frame):
    """The cut-out as it stands in this frame: premultiplied BGRA `[540,960,4]`."""
    pose = _pose(frame)
    rows, columns = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    x, y = _turned(columns - pose['shift'], rows, PIVOT_AT, -pose['sway'])
    zoom = ZOOM * pose['breath']
    x, y = (x - PIVOT_AT[0]) / zoom + PIVOT[0], (y - PIVOT_AT[1]) / zoom + PIVOT[1]
    # The head follows its own tilt, the shoulders do not, the neck goes from one to the other.
    share = np.clip((205 - y) / 75, 0, 1)
    share = share * share * (3 - 2 * share)
    x, y = _turned(x, y + pose['nod'] * share, NECK, -pose['tilt'] * share)
    at = (x.astype(np.float32) + 0.5) * SCALE - 0.5, (y.astype(np.float32) + 0.5) * SCALE - 0.5
    return cv2.remap(person, *at, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT)
