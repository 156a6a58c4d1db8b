"""Paints the studio's background pictures. See README.md."""

import pathlib
import sys

import cv2
import numpy as np

from evening import paint_evening
from mountains import paint_mountains
from paint import to_bytes
from stage import paint_stage

TARGET = pathlib.Path(__file__).parents[2] / 'apps/studio/public/backgrounds'
PICTURES = {
    'stage': (paint_stage, 11),
    'evening': (paint_evening, 5),
    'mountains': (paint_mountains, 23),
}
MOST_BYTES = 150_000
THUMBNAIL = (320, 180)


def _write(path, picture, most_bytes):
    """The best JPEG that is small enough. JPEG, because it shows gradients with fewer steps."""
    for quality in range(94, 60, -2):
        ok, code = cv2.imencode(
            '.jpg', picture, [cv2.IMWRITE_JPEG_QUALITY, quality, cv2.IMWRITE_JPEG_OPTIMIZE, 1]
        )
        if ok and len(code) <= most_bytes:
            path.write_bytes(code.tobytes())
            return print(path.name, quality, len(code))
    sys.exit(f'{path.name} cannot be written in {most_bytes} bytes')


def main():
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, (paint, seed) in PICTURES.items():
        if sys.argv[1:] and name not in sys.argv[1:]:
            continue
        random = np.random.default_rng(seed)
        picture = to_bytes(paint(random), random)
        _write(TARGET / f'{name}.jpg', picture, MOST_BYTES)
        small = cv2.resize(picture, THUMBNAIL, interpolation=cv2.INTER_AREA)
        _write(TARGET / f'{name}-small.jpg', small, 12_000)


if __name__ == '__main__':
    main()
