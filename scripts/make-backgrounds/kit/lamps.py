"""Lamps one sees, and their light."""

from kit import lights, materials, shapes

WARM = (1.0, 0.66, 0.36)


def _shade(at, bottom, top, height, bulb_watts, colour):
    paper = materials.thin(colour, 0.55)
    shapes.lathe([(bottom, 0), (top, height)], at, paper, closed=False, sides=64)
    lights.bulb((at[0], at[1], at[2] + height * 0.45), WARM, bulb_watts, 0.045)


def floor_lamp(at, height, watts, metal, shade='#efe2c8'):
    shapes.lathe([(0.15, 0), (0.15, 0.02), (0.02, 0.03)], at, metal)
    shapes.rod(0.011, height - 0.1, at, metal)
    _shade((at[0], at[1], at[2] + height - 0.3), 0.23, 0.17, 0.3, watts, shade)


def table_lamp(at, watts, body, shade='#efe2c8', size=1.0):
    profile = [(0.06, 0), (0.09, 0.03), (0.105, 0.1), (0.08, 0.19), (0.03, 0.25), (0.015, 0.3)]
    shapes.lathe(shapes.rounded(profile) * size, at, body)
    top = at[0], at[1], at[2] + 0.27 * size
    _shade(top, 0.17 * size, 0.115 * size, 0.21 * size, watts, shade)
