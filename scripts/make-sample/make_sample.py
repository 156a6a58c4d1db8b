"""Makes the built-in sample: `sample.webm`, its matte `sample-matte.webm`. See README.md."""

import pathlib
import subprocess
import sys

import cv2
import numpy as np

from cutout import cut_out
from motion import FRAMES, HEIGHT, WIDTH, place
from paint import to_bytes
from room import paint_room

HERE = pathlib.Path(__file__).parent
TARGET = HERE.parents[1] / 'apps/studio/public/sample'
# The part of the painted room that the camera sees, in the painting's pixels.
VIEW = (130, 10, 1790, 944)
FPS = 30


def _encoder(path, bits):
    """VP9, BT.709, limited range: what Chromium and Firefox both play."""
    size = ['-f', 'rawvideo', '-pix_fmt', 'bgr24', '-s', f'{WIDTH}x{HEIGHT}', '-r', str(FPS)]
    colour = [
        '-vf',
        'scale=out_color_matrix=bt709:out_range=tv:flags=accurate_rnd',
        '-pix_fmt',
        'yuv420p',
    ]
    tags = [
        '-colorspace',
        'bt709',
        '-color_primaries',
        'bt709',
        '-color_trc',
        'bt709',
        '-color_range',
        'tv',
    ]
    codec = ['-c:v', 'libvpx-vp9', '-b:v', '0', '-crf', str(bits), '-g', str(FRAMES), '-deadline', 'good',
             '-cpu-used', '1', '-row-mt', '1', '-auto-alt-ref', '1', '-lag-in-frames', '25']  # fmt: skip
    plain = ['-fflags', '+bitexact', '-flags:v', '+bitexact', '-map_metadata', '-1']
    command = [
        'ffmpeg',
        '-v',
        'error',
        '-y',
        *size,
        '-i',
        '-',
        *colour,
        *tags,
        *codec,
        *plain,
        str(path),
    ]
    return subprocess.Popen(command, stdin=subprocess.PIPE)


def _relit(person):
    """The room's light: warm from the lamp at her left, day from the window at her right."""
    alpha = person[..., 3:]
    colour = person[..., :3] / np.maximum(alpha, 1e-3)
    columns = np.linspace(0, 1, person.shape[1], dtype=np.float32)[None, :, None]
    tint = np.float32([1.03, 1.0, 0.97]) * (1 - columns) + np.float32([0.9, 0.97, 1.02]) * columns
    colour = np.clip(colour * tint * 0.97, 0, 1)
    return np.dstack([colour * alpha, alpha])


def _room():
    left, top, right, bottom = VIEW
    painted = paint_room(np.random.default_rng(7))[top:bottom, left:right]
    return cv2.resize(painted, (WIDTH, HEIGHT), interpolation=cv2.INTER_AREA)


def main():
    TARGET.mkdir(parents=True, exist_ok=True)
    person = _relit(cut_out(str(HERE / 'portrait/astronaut.png')))
    room = _room()
    clip, matte = _encoder(TARGET / 'sample.webm', 24), _encoder(TARGET / 'sample-matte.webm', 14)
    for frame in range(FRAMES):
        placed = place(person, frame)
        alpha = placed[..., 3:]
        clip.stdin.write(to_bytes(placed[..., :3] + room * (1 - alpha)).tobytes())
        matte.stdin.write(to_bytes(np.repeat(alpha, 3, axis=2)).tobytes())
    for encoder in (clip, matte):
        encoder.stdin.close()
        if encoder.wait() != 0:
            sys.exit('ffmpeg failed')


if __name__ == '__main__':
    main()
