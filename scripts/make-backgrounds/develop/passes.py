"""Reads what Blender wrote."""

import os

os.environ['OPENCV_IO_ENABLE_OPENEXR'] = '1'

import cv2  # noqa: E402  (reads the variable when it is loaded)
import numpy as np  # noqa: E402

FARTHEST = 1000.0


def _read(folder, name, half):
    flags = cv2.IMREAD_ANYCOLOR | cv2.IMREAD_ANYDEPTH
    return np.nan_to_num(cv2.imread(str(folder / f'{name}{half:04d}.exr'), flags))


def read_passes(folder):
    """BGR float32; `depth` and `alpha` have one channel."""
    means = {
        name: (_read(folder, name, 1) + _read(folder, name, 2)) / 2
        for name in ('albedo', 'gloss', 'normal', 'depth', 'alpha')
    }
    for name in ('depth', 'alpha'):
        means[name] = means[name] if means[name].ndim == 2 else means[name][..., 0]
    means['depth'] = np.minimum(means['depth'], FARTHEST)
    return {**means, 'halves': [_read(folder, 'colour', half) for half in (1, 2)]}
