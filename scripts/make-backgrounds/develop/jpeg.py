"""Writes the picture and its thumbnail."""

import cv2

THUMBNAIL, MOST_SMALL_BYTES = (320, 180), 8_000


def _options(quality):
    """Colour is kept better than light: it is what shows steps in soft gradients."""
    return [cv2.IMWRITE_JPEG_OPTIMIZE, 1, cv2.IMWRITE_JPEG_PROGRESSIVE, 1,
            cv2.IMWRITE_JPEG_LUMA_QUALITY, quality,
            cv2.IMWRITE_JPEG_CHROMA_QUALITY, min(quality + 6, 97)]  # fmt: skip


def _coded(picture, most_bytes):
    """The best JPEG that is small enough."""
    for quality in range(92, 40, -2):
        _, code = cv2.imencode('.jpg', picture, _options(quality))
        if len(code) <= most_bytes:
            return quality, code.tobytes()
    raise ValueError(f'The picture does not fit in {most_bytes} bytes; blur it or allow more.')


def write(folder, name, picture, most_bytes):
    small = cv2.resize(picture, THUMBNAIL, interpolation=cv2.INTER_AREA)
    files = (name, picture, most_bytes), (f'{name}-small', small, MOST_SMALL_BYTES)
    for file, image, most in files:
        quality, code = _coded(image, most)
        (folder / f'{file}.jpg').write_bytes(code)
        print(f'{file}.jpg quality {quality}, {len(code)} bytes')
