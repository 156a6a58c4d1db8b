"""From Blender's passes to the finished picture."""

from dataclasses import dataclass
from typing import Callable, Optional

import cv2
import numpy as np

from develop import denoise, grade, lens, passes

WIDTH, HEIGHT = 1920, 1080


@dataclass(frozen=True)
class Look:
    """`key`: brightness of the middle. `blur_px`: at 1920 wide. `view`: what windows show."""

    key: float = 0.18
    blur_px: float = 6.0
    glow: float = 0.06
    saturation: float = 1.0
    warmth: float = 0.0
    contrast: float = 0.1
    lift: float = 0.01
    vignette: float = 0.16
    view: Optional[Callable] = None
    view_light: float = 1.0


def _large(picture):
    return cv2.resize(picture, (WIDTH, HEIGHT), interpolation=cv2.INTER_CUBIC)


def develop_room(folder, look, random):
    """Returns the picture as values 0..1 to be shown."""
    read = passes.read_passes(folder)
    colour = grade.exposed(denoise.denoised(read), look.key)
    alpha = np.clip(_large(read['alpha']), 0, 1)[..., None]
    picture = np.maximum(_large(colour), 0)
    if look.view:
        # Blender's colours bear their alpha already.
        picture = picture + look.view(random, HEIGHT, WIDTH) * look.view_light * (1 - alpha)
    picture = lens.out_of_focus(picture, _large(read['depth']), look.blur_px)
    shown = grade.to_display(grade.toned(lens.glow(picture, look.glow)))
    shown = grade.graded(shown, look.saturation, look.warmth, look.contrast, look.lift)
    return grade.vignette(shown, look.vignette)
