"""Land seen through air: a height field is walked from front to back, column by column."""

from dataclasses import dataclass

import cv2
import numpy as np

from painted.brush import noise, rgb, smooth


@dataclass(frozen=True)
class Air:
    """`reach`: metres in which 63 % of the light is lost. Mist lies below `mist_top` metres."""

    reach: float
    colour: tuple
    sunward: tuple
    mist_reach: float
    mist_top: float
    mist_colour: str


@dataclass(frozen=True)
class Sun:
    """Across the picture 0..1; the side and height it shines from as a direction."""

    across: float
    way: tuple
    colour: str
    strength: float = 1.0


def ridged(random, size, cell, octaves=8, gain=0.5):
    """Crests and valleys 0..1: each octave is strong only where the one before left a crest."""
    total, weight, most, strong = np.zeros((size, size), np.float32), 1.0, 0.0, 1.0
    for octave in range(octaves):
        layer = noise(random, size, size, cell / 2**octave, 1) * 1.1
        crest = (1 - np.clip(np.abs(layer), 0, 1)) ** 2
        total += crest * weight * strong
        most += strong
        weight = np.clip(crest * weight * 1.6, 0, 1)
        strong *= gain
    return total / most


def shaded(height, cell_m, sun):
    """How much sun each spot of the land gets, 0..1."""
    down, right = np.gradient(height, cell_m)
    length = np.sqrt(right**2 + down**2 + 1)
    x, y, z = np.float32(sun.way) / np.linalg.norm(sun.way)
    return np.clip((-right * x - down * y + z) / length, 0, 1).astype(np.float32)


def sample(field, x, y):
    return cv2.remap(field, x.astype(np.float32), y.astype(np.float32), cv2.INTER_LINEAR,
                     borderMode=cv2.BORDER_REFLECT)  # fmt: skip


@dataclass(frozen=True)
class Walk:
    """Fields `[steps, columns]`, and for each pixel the step at which the eye meets the land."""

    distances: np.ndarray
    ground: np.ndarray
    x: np.ndarray
    y: np.ndarray
    hit: np.ndarray


def walk(ground_at, stand, size, horizon, reach, steps, spread):
    """`stand`: the eye's column, metres a cell, its height. `horizon`: its row, 0..1.

    `spread`: half of the view's width at distance 1. `reach`: nearest and furthest metres.
    """
    (middle, cell_m, eye_m), (tall, wide), (near, far) = stand, size, reach
    distances = near * (far / near) ** np.linspace(0, 1, steps)
    across = (np.linspace(-1, 1, wide) * spread)[None, :]
    x = middle + distances[:, None] * across / cell_m
    y = np.broadcast_to(distances[:, None] / cell_m, x.shape)
    ground = ground_at(x, y)
    rows = horizon * tall - (ground - eye_m) / distances[:, None] * wide / (2 * spread)
    return Walk(distances, ground, x, y, _first_hits(np.minimum.accumulate(rows, 0), tall))


def _first_hits(highest, tall):
    """Index of the first step at which the land covers each row; `steps` where none does."""
    wanted = np.arange(tall) + 0.5
    hits = [np.searchsorted(-column, -wanted, side='left') for column in highest.T]
    return np.stack(hits, 1)


def look_up(field, index):
    """`field` is `[steps, columns]`; the value at the step each pixel shows."""
    return np.take_along_axis(field, np.minimum(index, field.shape[0] - 1), 0)


def haze(colour, distance, ground, air, toward_sun):
    """Air between the eye and the land: thin blue above, mist in the valleys."""
    clear = np.exp(-distance / air.reach)[..., None]
    sky = rgb(air.colour) + (rgb(air.sunward) - rgb(air.colour)) * toward_sun[..., None]
    far = colour * clear + sky * (1 - clear)
    depth = 1 - smooth(0, air.mist_top, ground)
    thick = (1 - np.exp(-np.maximum(distance - 900, 0) / air.mist_reach)) * depth
    tint = rgb(air.mist_colour) * 0.55 + sky * 0.45
    return far + (tint - far) * np.clip(thick, 0, 0.96)[..., None]
