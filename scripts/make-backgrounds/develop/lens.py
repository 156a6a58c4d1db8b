"""What a lens does to light: out of focus behind the person, and a faint glow around lamps."""

import cv2
import numpy as np

FOCUS_M = 0.9
STEPS = 5


def disc(radius):
    """An even disc with a soft edge, summing to 1."""
    reach = int(np.ceil(radius)) + 1
    rows, columns = np.mgrid[-reach : reach + 1, -reach : reach + 1]
    inside = np.clip(radius + 0.5 - np.hypot(rows, columns), 0, 1).astype(np.float32)
    return inside / inside.sum()


def out_of_focus(picture, depth, most_px):
    """`most_px`: the radius of a point at infinity. Everything lies behind the focus."""
    radius = most_px * np.clip(1 - FOCUS_M / np.maximum(depth, FOCUS_M), 0, 1)
    radius = cv2.GaussianBlur(radius, (0, 0), max(most_px, 1) * 0.7)
    radii = np.linspace(radius.min(), radius.max() + 1e-3, STEPS)
    blurred = [cv2.filter2D(picture, -1, disc(r), borderType=cv2.BORDER_REFLECT) for r in radii]
    total = np.zeros_like(picture)
    spacing = radii[1] - radii[0]
    for r, layer in zip(radii, blurred):
        total += layer * np.clip(1 - np.abs(radius - r) / spacing, 0, 1)[..., None]
    return total


def glow(picture, amount):
    """Light that strays in the glass. Sizes as parts of the width."""
    width = picture.shape[1]
    small = cv2.resize(picture, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    stray = sum(cv2.GaussianBlur(small, (0, 0), width * part / 4) for part in (0.006, 0.02, 0.06))
    stray = cv2.resize(stray / 3, (width, picture.shape[0]), interpolation=cv2.INTER_LINEAR)
    return picture * (1 - amount) + stray * amount
