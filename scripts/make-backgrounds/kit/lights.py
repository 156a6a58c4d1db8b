"""Lamps that light and are not seen. Watts; `aim` is the point they look at."""

import bpy
from mathutils import Vector

from kit import shapes


def _lamp(kind, at, colour, power):
    lamp = bpy.data.lights.new(kind, kind)
    lamp.color, lamp.energy = colour, power
    holder = bpy.data.objects.new(kind, lamp)
    holder.location = at
    holder.visible_camera = False
    return shapes.add(holder)


def _turn_to(holder, aim):
    way = Vector(aim) - holder.location
    holder.rotation_euler = way.to_track_quat('-Z', 'Y').to_euler()


def area(at, aim, size, colour, power):
    """A window's or a soft box's light."""
    holder = _lamp('AREA', at, colour, power)
    holder.data.shape, (holder.data.size, holder.data.size_y) = 'RECTANGLE', size
    _turn_to(holder, aim)
    return holder


def spot(at, aim, degrees, colour, power, soft=0.3, edge=0.8):
    holder = _lamp('SPOT', at, colour, power)
    holder.data.spot_size, holder.data.spot_blend = degrees * 3.14159 / 180, edge
    holder.data.shadow_soft_size = soft
    _turn_to(holder, aim)
    return holder


def bulb(at, colour, power, radius=0.05):
    holder = _lamp('POINT', at, colour, power)
    holder.data.shadow_soft_size = radius
    return holder


def sun(aim, colour, power, degrees=3.0):
    """Parallel light that travels along `aim`."""
    holder = _lamp('SUN', (0, 0, 0), colour, power)
    holder.data.angle = degrees * 3.14159 / 180
    _turn_to(holder, aim)
    return holder
