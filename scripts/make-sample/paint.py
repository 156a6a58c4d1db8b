"""Painting with numpy and OpenCV: colours are BGR floats 0..1, pictures float32 `[H,W,3]`."""

import cv2
import numpy as np


def rgb(hexadecimal):
    """`#rrggbb` as a BGR colour."""
    red, green, blue = (int(hexadecimal[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return np.float32([blue, green, red])


def blend(picture, colour, alpha):
    """Paints `colour` (or another picture) where `alpha` is."""
    picture += (colour - picture) * np.clip(alpha, 0, 1)[..., None]


def light(picture, colour, amount):
    """Adds light the way a lamp does: bright places saturate softly."""
    picture += (1 - np.clip(picture, 0, 1)) * (np.clip(amount, 0, 1)[..., None] * colour)


def polygon(picture, points):
    """Soft-edged mask of a polygon, at the picture's size."""
    mask = np.zeros(picture.shape[:2], np.uint8)
    fixed = np.round(np.float32(points) * 16).astype(np.int32)
    cv2.fillPoly(mask, [fixed], 255, cv2.LINE_AA, 4)
    return mask.astype(np.float32) / 255


def fill(picture, points, colour, blur_px=0, opacity=1.0):
    mask = polygon(picture, points) * opacity
    if blur_px:
        mask = cv2.GaussianBlur(mask, (0, 0), blur_px)
    blend(picture, colour, mask)


def rectangle(left, top, right, bottom):
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def glow(picture, centre, radius, power=2.0):
    """1 at `centre`, falling to 0 at `radius` (one number, or one for each direction)."""
    rows, columns = np.mgrid[0 : picture.shape[0], 0 : picture.shape[1]].astype(np.float32)
    across, down = radius if isinstance(radius, tuple) else (radius, radius)
    distance = np.hypot((columns - centre[0]) / across, (rows - centre[1]) / down)
    return np.clip(1 - distance, 0, 1) ** power


def noise(random, height, width, cell, octaves=4, stretch=1.0):
    """Smooth fractal noise around 0, about -1..1; `stretch` > 1 draws it out sideways."""
    total = np.zeros((height, width), np.float32)
    for octave in range(octaves):
        size = cell / 2**octave
        rows, columns = int(height / size) + 3, int(width / size / stretch) + 3
        layer = random.standard_normal((rows, columns)).astype(np.float32)
        total += cv2.resize(layer, (width, height), interpolation=cv2.INTER_CUBIC) / 2**octave
    return total / 2


def blurred(picture, sigma):
    return cv2.GaussianBlur(picture, (0, 0), sigma, borderType=cv2.BORDER_REPLICATE)


def to_bytes(picture, random=None, grain=0.6):
    """8 bits, with a grain of `grain` levels against banding."""
    levels = np.clip(picture, 0, 1) * 255
    if random is not None:
        levels += random.standard_normal(picture.shape[:2]).astype(np.float32)[..., None] * grain
    return np.clip(np.round(levels), 0, 255).astype(np.uint8)
