"""Makes the studio's background pictures. See README.md."""

import pathlib
import subprocess
import sys
import tempfile

import cv2
import numpy as np

from develop import grade, jpeg
from develop.room import develop_room
from pictures import PAINTED, ROOMS

HERE = pathlib.Path(__file__).parent
TARGET = HERE.parents[1] / 'packages/background-picker/pictures'
# Two thirds of the picture's width: the blur behind the person needs no more.
RENDER_WIDTH, THREADS = 1280, 1


def _render(name, folder):
    arguments = [name, folder, RENDER_WIDTH, ROOMS[name].samples, THREADS]
    subprocess.run(
        ['blender', '-b', '-t', str(THREADS), '-P', HERE / 'render_room.py', '--',
         *map(str, arguments)], check=True, stdout=subprocess.DEVNULL)  # fmt: skip


def developed(name, folder):
    """The finished picture in 8 bits; `folder` holds a room's passes."""
    entry = ROOMS.get(name) or PAINTED[name]
    random = np.random.default_rng(entry.seed)
    if name in ROOMS:
        return grade.to_bytes(develop_room(folder, entry.look, random), random)
    return grade.to_bytes(entry.paint(random), random)


def _make(name):
    with tempfile.TemporaryDirectory() as folder:
        if name in ROOMS:
            _render(name, folder)
        picture = developed(name, pathlib.Path(folder))
    entry = ROOMS.get(name) or PAINTED[name]
    jpeg.write(TARGET, name, picture, entry.most_bytes)


def main():
    cv2.setNumThreads(THREADS)
    TARGET.mkdir(parents=True, exist_ok=True)
    names = sys.argv[1:] or [*ROOMS, *PAINTED]
    unknown = [name for name in names if name not in ROOMS and name not in PAINTED]
    if unknown:
        sys.exit(f'{unknown} is no picture of ours: choose from {[*ROOMS, *PAINTED]}.')
    for name in names:
        _make(name)


if __name__ == '__main__':
    main()
