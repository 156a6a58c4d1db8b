"""Every picture: how it is made, its seed, how large its file may become."""

from dataclasses import dataclass
from typing import Callable

from develop.room import Look
from painted.city import city_lights
from painted.garden import daylight_garden, dusk
from painted.gradients import paint_dawn, paint_mist, paint_slate
from painted.lake import paint_lake
from painted.mountains import paint_mountains


@dataclass(frozen=True)
class Room:
    """Built in Blender. `samples` for each of the two renderings."""

    look: Look
    seed: int
    samples: int = 20
    most_bytes: int = 126_000


@dataclass(frozen=True)
class Painted:
    paint: Callable
    seed: int
    most_bytes: int = 78_000


ROOMS = {
    'stage': Room(
        Look(key=0.14, blur_px=4, glow=0.1, vignette=0.22, saturation=1.2, contrast=0.25),
        11,
        samples=24,
        most_bytes=112_000,
    ),
    'living-room': Room(Look(key=0.165, saturation=0.94, view=daylight_garden), 4),
    'library': Room(
        Look(key=0.045, view=dusk, view_light=0.35, glow=0.08, saturation=0.85),
        9,
        most_bytes=176_000,
    ),
    'loft': Room(
        Look(key=0.125, view=daylight_garden, saturation=0.9), 12, samples=28, most_bytes=160_000
    ),
    'office': Room(Look(key=0.14, view=daylight_garden), 31),
    'sunlit': Room(Look(key=0.15, saturation=0.95), 21),
    'evening': Room(
        Look(key=0.026, view=city_lights, glow=0.1, view_light=0.7, saturation=0.9), 17
    ),
}
PAINTED = {
    'mountains': Painted(paint_mountains, 7, 130_000),
    'lake': Painted(paint_lake, 3, 130_000),
    'dawn': Painted(paint_dawn, 1),
    'mist': Painted(paint_mist, 2),
    'slate': Painted(paint_slate, 3),
}
