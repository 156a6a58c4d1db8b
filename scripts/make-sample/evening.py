"""A living room in the evening, out of focus: the town's lights behind the glass, a lamp within."""

import cv2
import numpy as np

from paint import blend, blurred, fill, glow, grid, light, noise, polygon, pool, rectangle, rgb

WIDTH, HEIGHT = 1920, 1080
GLASS = (90, 70, 1180, 770)
LIGHTS = ('#ffd18a', '#ffb45e', '#fff0d0', '#ff8f5a', '#9fd0ff', '#ffc9a0', '#f7e3b0')


def _disc(picture, centre, radius, colour, opacity):
    """A point of light out of focus: an even disc with a slightly brighter rim."""
    left, top = int(centre[0] - radius - 3), int(centre[1] - radius - 3)
    right, bottom = int(centre[0] + radius + 4), int(centre[1] + radius + 4)
    left, top = max(left, 0), max(top, 0)
    part = picture[top:bottom, left:right]
    if part.size == 0:
        return
    rows, columns = np.mgrid[0 : part.shape[0], 0 : part.shape[1]]
    away = np.hypot(columns + left - centre[0], rows + top - centre[1])
    inside = np.clip((radius - away) / 2.5, 0, 1)
    rim = 0.72 + 0.28 * np.clip(away / radius, 0, 1) ** 6
    light(part, rgb(colour), inside * rim * opacity)


def _town(random):
    view = np.empty((HEIGHT, WIDTH, 3), np.float32)
    rows, _ = grid(HEIGHT, WIDTH)
    tone = np.clip(rows / 0.6, 0, 1)[..., None]
    view[:] = rgb('#18233f') * (1 - tone) + rgb('#6b4a5e') * tone
    light(view, rgb('#ff9d6b'), glow(view, (520, 640), (1000, 330), 1.6) * 0.55)
    x = 0
    while x < 1250:
        wide, top = random.uniform(60, 160), random.uniform(330, 560)
        fill(
            view, rectangle(x, top, x + wide, HEIGHT), rgb('#141a2b') * random.uniform(0.8, 1.5), 6
        )
        x += wide * random.uniform(0.7, 1.1)
    for _ in range(120):
        centre = random.uniform(60, 1220), 420 + abs(random.normal(0, 1)) * 130
        _disc(
            view, centre, random.uniform(12, 36), random.choice(LIGHTS), random.uniform(0.12, 0.62)
        )
    return view


def _window(picture, random):
    left, top, right, bottom = GLASS
    pane = polygon(picture, rectangle(*GLASS))
    blend(picture, _town(random), pane)
    # The lamp mirrored in the glass.
    light(picture, rgb('#ffce8f'), pane * glow(picture, (980, 380), (330, 420), 2.2) * 0.2)
    for x in (left, 450, 815, right):
        fill(picture, rectangle(x - 9, top - 10, x + 9, bottom + 10), rgb('#120f10'), 3)
    fill(picture, rectangle(left - 12, top - 12, right + 12, top + 8), rgb('#120f10'), 3)
    fill(picture, rectangle(left - 30, bottom - 6, right + 30, bottom + 22), rgb('#3a2b24'), 3)
    for x, side in ((left - 120, 1), (right - 10, -1)):
        _curtain(picture, x, x + 130)


def _curtain(picture, left, right):
    columns = np.arange(WIDTH, dtype=np.float32)[None, :]
    folds = 0.5 + 0.5 * np.sin((columns - left) / (right - left) * 21)
    shape = polygon(picture, rectangle(left, 20, right, 900))
    shape = cv2.GaussianBlur(shape, (0, 0), 4)
    cloth = rgb('#5a3f38')[None, None, :] * (0.45 + 0.5 * folds[..., None])
    blend(picture, np.broadcast_to(cloth, picture.shape), shape)


def _cushion(picture, centre, half, degrees, colour):
    """A square with full corners and hollow sides, lit from the lamp's side."""
    turns = np.linspace(0, 2 * np.pi, 72, endpoint=False)
    reach = half * (1.08 + 0.1 * np.cos(4 * (turns - np.pi / 4)))
    angle = turns + np.deg2rad(degrees)
    points = np.stack([centre[0] + reach * np.cos(angle), centre[1] + reach * np.sin(angle)], 1)
    fill(picture, points + np.float32([-6, 14]), rgb('#10151a'), 16, 0.6)
    fill(picture, points, rgb(colour) * 0.62, 5)
    inside = cv2.GaussianBlur(polygon(picture, points), (0, 0), 5)
    lit = pool(picture, (centre[0] + half * 0.35, centre[1] - half * 0.3), (half * 1.3, half * 1.3))
    blend(picture, rgb(colour) * 1.12, inside * lit)


def _sofa(picture):
    body = rgb('#3b4650')
    fill(
        picture,
        [(150, 800), (180, 745), (1010, 745), (1040, 800), (1060, 1100), (130, 1100)],
        body,
        9,
    )
    fill(
        picture,
        [(90, 900), (120, 850), (220, 850), (240, 900), (240, 1100), (90, 1100)],
        body * 0.8,
        9,
    )
    fill(
        picture,
        [(950, 900), (975, 850), (1080, 850), (1105, 900), (1105, 1100), (950, 1100)],
        body * 1.15,
        9,
    )
    fill(picture, rectangle(590, 770, 598, 1100), body * 0.55, 6)
    _cushion(picture, (360, 860), 92, -9, '#b56a41')
    _cushion(picture, (815, 862), 88, 7, '#c9a35c')
    light(picture, rgb('#ffc885'), glow(picture, (1130, 800), (480, 200), 1.8) * 0.35)


def _shelf(picture, random):
    for y in (250, 430, 610):
        fill(picture, rectangle(1490, y + 6, 1930, y + 34), rgb('#170f0b'), 12, 0.7)
        x = 1510.0
        while x < 1900:
            wide = random.uniform(16, 34)
            if random.random() < 0.16:
                x += random.uniform(50, 110)
                continue
            colour = rgb(
                random.choice(('#8a4b35', '#c09a5c', '#52606b', '#8f8778', '#6b3a3a', '#3e5a52'))
            )
            fill(
                picture,
                rectangle(x, y - random.uniform(70, 122), x + wide, y),
                colour * random.uniform(0.6, 1),
                4,
            )
            x += wide + 1
        fill(picture, rectangle(1484, y, 1930, y + 16), rgb('#5d4130'), 3)


def _lamp(picture):
    light(picture, rgb('#ffb765'), glow(picture, (1330, 470), (760, 820), 1.9) * 0.72)
    fill(picture, rectangle(1326, 520, 1334, 1060), rgb('#221a16'), 3)
    shade = [(1265, 360), (1395, 360), (1440, 540), (1220, 540)]
    fill(picture, shade, rgb('#f2bd74'), 5)
    soft = cv2.GaussianBlur(polygon(picture, shade), (0, 0), 5)
    blend(picture, rgb('#fff2d4'), soft * glow(picture, (1330, 470), (120, 150), 0.9))
    light(picture, rgb('#ffd59a'), glow(picture, (1330, 460), 330, 2.4) * 0.5)


def _plant(picture, random):
    for _ in range(26):
        angle = random.uniform(-2.75, -0.4)
        long = random.uniform(120, 260)
        root = np.float32([1700 + random.uniform(-14, 14), 930])
        tip = root + np.float32([np.cos(angle) * long * 0.9, np.sin(angle) * long])
        side = np.float32([-np.sin(angle), np.cos(angle)]) * random.uniform(10, 20)
        middle = (root + tip) / 2 + np.float32([0, -14])
        fill(
            picture,
            [root, middle + side, tip, middle - side],
            rgb('#4d6a45') * random.uniform(0.45, 1.05),
            4,
        )
    fill(picture, [(1630, 910), (1770, 910), (1745, 1100), (1655, 1100)], rgb('#7b6a5c'), 5)


def paint_evening(random):
    rows, columns = grid(HEIGHT, WIDTH)
    picture = np.empty((HEIGHT, WIDTH, 3), np.float32)
    picture[:] = rgb('#4b3a33')
    blend(picture, rgb('#241c1b'), np.clip(1.1 - columns * 1.2, 0, 0.85))
    picture += noise(random, HEIGHT, WIDTH, 60, 3)[..., None] * 0.005
    _window(picture, random)
    _shelf(picture, random)
    _lamp(picture)
    _sofa(picture)
    _plant(picture, random)
    fill(picture, rectangle(-20, 1040, WIDTH + 20, 1120), rgb('#1a1210'), 40, 0.7)
    dark = 1 - glow(picture, (1150, 520), (1700, 1150), 0.8)
    blend(picture, rgb('#0c0a0c'), np.clip(dark, 0, 1) ** 1.7 * 0.7)
    return blurred(picture, 3.2) ** 0.86 * 1.04
