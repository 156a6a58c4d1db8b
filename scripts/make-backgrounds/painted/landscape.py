"""Hills with woods under a morning sky: what mountains and lake have in common."""

from dataclasses import dataclass

import cv2
import numpy as np

from painted import terrain
from painted.brush import grid, noise, rgb, smooth

SIDE, CELL_M, SPREAD = 2048, 14.0, 0.5


@dataclass(frozen=True)
class Place:
    """Where one stands, what the air is like. `horizon`: its row, 0..1. Metres."""

    sun: terrain.Sun
    air: terrain.Air
    eye_m: float
    horizon: float
    nearest_m: float
    clear_m: float
    sky_low: str
    sky_high: str
    farthest_m: float = 27000.0
    steps: int = 3600


def away_m():
    """Distance of each row of the land."""
    return (np.arange(SIDE, dtype=np.float32) * CELL_M)[:, None]


def forest(random):
    """Heights of a wood of conifers, one metre a cell, that can be repeated without end."""
    side = 1536
    spots = np.full((side, side), 255, np.uint8)
    places = random.integers(0, side, (2, 26000))
    spots[places[0], places[1]] = 0
    around = np.pad(spots, 32, mode='wrap')
    away = cv2.distanceTransform(around, cv2.DIST_L2, 5)[32:-32, 32:-32]
    tall = 13 + 5 * noise(random, side, side, 9, 1)
    return np.clip(tall * (1 - away / 3.6), 0, None).astype(np.float32)


def sky(random, tall, wide, place):
    rows, columns = grid(tall, wide)
    horizon = place.horizon
    up = np.clip(1 - rows / horizon, 0, 1)[..., None]
    low, high = rgb(place.sky_low), rgb(place.sky_high)
    picture = low + (high - low) * up**0.75
    away = np.hypot((columns - place.sun.across) * 1.5, (rows - horizon + 0.06) * 2.2)[..., None]
    picture = picture + rgb(place.sun.colour) * 0.55 * np.exp(-((away / 0.42) ** 1.3))
    clouds = noise(random, tall, wide, wide * 0.11, 6, 5.0)
    clouds += 0.5 * noise(random, tall, wide, wide * 0.4, 2, 3.0)
    veil = smooth(0.1, 1.1, clouds)[..., None] * (0.25 + 0.6 * up)
    lit = rgb('#fff0e0') * 0.95 + rgb('#ffd2a0') * 0.25 * np.exp(-((away / 0.5) ** 2))
    return picture + (lit - picture) * veil * 0.55


def _repeated(field, x, y):
    side = field.shape[0]
    return terrain.sample(field, (x * CELL_M) % side, (y * CELL_M) % side)


def _colour(lit, crown, wooded):
    """Meadow and rock where it is open; among the trees dark below and lit at the tops."""
    tone = smooth(0.1, 0.85, lit)[..., None]
    open_land = rgb('#2a3836') + (rgb('#8f8668') - rgb('#2a3836')) * tone
    top = (smooth(1, 13, crown) * (0.2 + 0.8 * smooth(0.1, 0.8, lit)))[..., None]
    trees = rgb('#0a171b') + (rgb('#4f6355') - rgb('#0a171b')) * top
    return open_land + (trees - open_land) * wooded[..., None]


def _land_as_seen(walked, fields, distance, height, place):
    lit, crown, wooded = fields
    columns = grid(*walked.hit.shape)[1]
    toward = np.exp(-(((columns - place.sun.across) / 0.42) ** 2))
    far = np.maximum(distance - place.clear_m, 0)
    return terrain.haze(_colour(lit, crown, wooded), far, height, place.air, toward)


def view(random, ground, size, place):
    """The scene in linear light."""
    wood = forest(random)
    wooded = smooth(-1.6, -0.9, noise(random, SIDE, SIDE, 70, 5)) * smooth(1000, 650, ground)
    light = terrain.shaded(ground, CELL_M, place.sun)

    def ground_at(x, y):
        trees = _repeated(wood, x, y) * terrain.sample(wooded, x, y)
        return terrain.sample(ground, x, y) + trees

    walked = terrain.walk(ground_at, (SIDE / 2, CELL_M, place.eye_m), size, place.horizon,
                          (place.nearest_m, place.farthest_m), place.steps, SPREAD)  # fmt: skip
    x, y, hit = walked.x, walked.y, walked.hit
    seen = (terrain.sample(light, x, y), _repeated(wood, x, y), terrain.sample(wooded, x, y))
    fields = [terrain.look_up(field, hit) for field in seen]
    distance = np.append(walked.distances, np.inf)[hit]
    height = terrain.look_up(walked.ground, hit)
    near = np.where(np.isinf(distance), place.farthest_m, distance)
    land = _land_as_seen(walked, fields, near, height, place)
    open_sky = sky(random, *size, place)
    return np.where(np.isinf(distance)[..., None], open_sky, land).astype(np.float32)
