"""Solids. Metres; x to the right, y away from the camera, z up; `at` is the middle of the foot."""

import math
from contextlib import contextmanager

import bpy
import numpy as np

BOX_FACES = [(3, 2, 1, 0), (4, 5, 6, 7), (0, 1, 5, 4), (1, 2, 6, 5), (2, 3, 7, 6), (3, 0, 4, 7)]

_parents = []


@contextmanager
def group(at=(0, 0, 0), turn=(0, 0, 0)):
    """What is placed inside moves and turns together."""
    holder = bpy.data.objects.new('group', None)
    holder.location, holder.rotation_euler = at, tuple(math.radians(a) for a in turn)
    add(holder)
    _parents.append(holder)
    yield holder
    _parents.pop()


def add(thing):
    bpy.context.scene.collection.objects.link(thing)
    if _parents:
        thing.parent = _parents[-1]
    return thing


def place(name, vertices, faces, material, at=(0, 0, 0), turn=(0, 0, 0), smooth=False):
    """`turn` in degrees around x, y and z."""
    mesh = bpy.data.meshes.new(name)
    mesh.from_pydata([tuple(map(float, v)) for v in vertices], [], [tuple(f) for f in faces])
    mesh.polygons.foreach_set('use_smooth', [smooth] * len(mesh.polygons))
    mesh.materials.append(material)
    return place_again(mesh, at, turn)


def place_again(mesh, at=(0, 0, 0), turn=(0, 0, 0), scale=1.0):
    """The same mesh at another place: leaves, books and bricks share their memory."""
    thing = bpy.data.objects.new(mesh.name, mesh)
    thing.location, thing.rotation_euler = at, tuple(math.radians(a) for a in turn)
    thing.scale = (scale,) * 3
    return add(thing)


def box(size, at, material, turn=(0, 0, 0), bevel=0.004):
    x, y, z = size[0] / 2, size[1] / 2, size[2]
    corners = [(-x, -y, 0), (x, -y, 0), (x, y, 0), (-x, y, 0),
               (-x, -y, z), (x, -y, z), (x, y, z), (-x, y, z)]  # fmt: skip
    made = place('box', corners, BOX_FACES, material, at, turn)
    if bevel:
        modifier = made.modifiers.new('bevel', 'BEVEL')
        modifier.width, modifier.segments = min(bevel, min(size) * 0.3), 2
    return made


def lathe(profile, at, material, turn=(0, 0, 0), sides=48, closed=True):
    """Turns a profile of (radius, height) around the upright axis."""
    angles = np.linspace(0, 2 * math.pi, sides, endpoint=False)
    vertices = [(r * math.cos(a), r * math.sin(a), z) for r, z in profile for a in angles]
    faces = [
        (row * sides + i, row * sides + (i + 1) % sides, (row + 1) * sides + (i + 1) % sides,
         (row + 1) * sides + i)
        for row in range(len(profile) - 1) for i in range(sides)
    ]  # fmt: skip
    if closed:
        faces += [tuple(range(sides))[::-1]]
        faces += [tuple(range((len(profile) - 1) * sides, len(profile) * sides))]
    return place('lathe', vertices, faces, material, at, turn, smooth=True)


def rounded(profile, times=3):
    """Cuts the corners of a profile, and of what that leaves: clay instead of facets."""
    points = np.float64(profile)
    for _ in range(times):
        first, second = points[:-1], points[1:]
        between = np.stack([0.75 * first + 0.25 * second, 0.25 * first + 0.75 * second], 1)
        points = np.concatenate([points[:1], between.reshape(-1, 2), points[-1:]])
    return points


def rod(radius, height, at, material, turn=(0, 0, 0)):
    return lathe([(radius, 0), (radius, height)], at, material, turn, 20)


def tube(points, radius, material):
    """A bent rod through `points`: stems, handles, cables."""
    curve = bpy.data.curves.new('tube', 'CURVE')
    curve.dimensions, curve.bevel_depth, curve.bevel_resolution = '3D', radius, 3
    spline = curve.splines.new('POLY')
    spline.points.add(len(points) - 1)
    for target, point in zip(spline.points, points):
        target.co = (*map(float, point), 1)
    curve.materials.append(material)
    made = bpy.data.objects.new('tube', curve)
    return add(made)


def sheet(rows, material, at=(0, 0, 0), turn=(0, 0, 0)):
    """A cloth from a grid of points `[rows, columns, 3]`."""
    grid = np.asarray(rows, float)
    down, across = grid.shape[:2]
    faces = [
        (r * across + c, r * across + c + 1, (r + 1) * across + c + 1, (r + 1) * across + c)
        for r in range(down - 1) for c in range(across - 1)
    ]  # fmt: skip
    return place('sheet', grid.reshape(-1, 3), faces, material, at, turn, smooth=True)
