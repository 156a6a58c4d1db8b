"""Runs inside Blender: builds one room and writes its passes. make_backgrounds.py calls it."""

import importlib
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
sys.dont_write_bytecode = True

from kit import scene  # noqa: E402  (the path has to be set first)


def main():
    name, folder, width, samples, threads = sys.argv[sys.argv.index('--') + 1 :]
    scene.empty_scene()
    importlib.import_module(f'rooms.{name.replace("-", "_")}').build()
    scene.prepare(int(width), int(samples), int(threads))
    scene.render(pathlib.Path(folder))


main()
