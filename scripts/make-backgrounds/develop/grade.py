"""From linear light to a picture: exposure, film curve, colour, vignette, grain."""

import cv2
import numpy as np


def exposed(picture, key):
    """Brings the picture's middle (geometric mean of light) to `key`."""
    lightness = picture @ np.float32([0.07, 0.72, 0.21])
    return picture * (key / np.exp(np.log(np.maximum(lightness, 1e-4)).mean()))


def film(picture):
    """A shoulder that lets lamps and windows fade to white softly (Narkowicz's fit of ACES)."""
    x = picture * 0.8
    return np.clip(x * (2.51 * x + 0.03) / (x * (2.43 * x + 0.59) + 0.14), 0, 1)


def to_display(linear):
    return np.where(linear < 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)


def toned(linear):
    """The curve mostly on lightness: on the channels alone it would burn the colours."""
    lightness = np.maximum(linear @ np.float32([0.07, 0.72, 0.21]), 1e-5)[..., None]
    kept = linear * (film(lightness) / lightness)
    return np.clip(0.45 * kept + 0.55 * film(linear), 0, 1)


def graded(display, saturation=1.0, warmth=0.0, contrast=0.0, lift=0.0):
    grey = (display @ np.float32([0.11, 0.59, 0.3]))[..., None]
    colour = grey + (display - grey) * saturation
    colour = colour * np.float32([1 - warmth, 1, 1 + warmth])
    colour = colour + contrast * (colour - 0.5) * colour * (1 - colour) * 4
    return np.clip(lift + colour * (1 - lift), 0, 1)


def vignette(display, amount):
    """Edges step back, and the middle where a person sits a little less."""
    height, width = display.shape[:2]
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    away = np.hypot(columns / width - 0.5, (rows / height - 0.5) * 0.75)
    return display * (1 - amount * np.clip(away / 0.62, 0, 1) ** 2.2)[..., None]


def to_bytes(display, random, grain=0.7):
    """8 bits, with a grain of `grain` levels so that soft gradients show no steps."""
    light = random.standard_normal(display.shape[:2]).astype(np.float32)
    colour = random.standard_normal(display.shape).astype(np.float32)
    noise = light + cv2.GaussianBlur(light, (0, 0), 1.0)
    levels = np.clip(display, 0, 1) * 255 + (noise[..., None] + 0.6 * colour) * grain
    return np.clip(np.round(levels), 0, 255).astype(np.uint8)
