"""Surfaces: one principled shader, its colour, roughness and relief broken up by noise."""

import bpy


def rgb(hexadecimal):
    """`#rrggbb` as linear red, green and blue."""
    values = (int(hexadecimal[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return tuple(v / 12.92 if v < 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values)


class Nodes:
    """A shader tree that is written top to bottom."""

    def __init__(self, name):
        self.material = bpy.data.materials.new(name)
        self.material.use_nodes = True
        self.tree = self.material.node_tree
        self.shader = self.tree.nodes['Principled BSDF']

    def add(self, kind, **inputs):
        node = self.tree.nodes.new(kind)
        for name, value in inputs.items():
            self.set(node, name.replace('_', ' '), value)
        return node

    def set(self, node, name, value):
        if isinstance(value, bpy.types.NodeSocket):
            self.tree.links.new(value, node.inputs[name])
        elif isinstance(value, tuple) and node.inputs[name].type == 'RGBA':
            node.inputs[name].default_value = (*value, 1)
        else:
            node.inputs[name].default_value = value

    def place(self, stretch, shift=0.0):
        """Where on the thing, in metres; drawn out along an axis by a small number."""
        where = self.add('ShaderNodeTexCoord').outputs['Object']
        return self.add('ShaderNodeMapping', Vector=where, Scale=stretch,
                        Location=(shift,) * 3).outputs['Vector']  # fmt: skip

    def noise(self, stretch, scale, detail=6.0, distortion=0.0, shift=0.0):
        return self.add('ShaderNodeTexNoise', Vector=self.place(stretch, shift), Scale=scale,
                        Detail=detail, Distortion=distortion).outputs['Fac']  # fmt: skip

    def ramp(self, factor, low, high):
        """Noise gathers around its middle: this spreads it over 0..1."""
        node = self.add('ShaderNodeMapRange', Value=factor)
        node.inputs['From Min'].default_value, node.inputs['From Max'].default_value = low, high
        return node.outputs['Result']

    def mix(self, factor, first, second):
        node = self.add('ShaderNodeMixRGB', Fac=factor, Color1=first, Color2=second)
        return node.outputs['Color']

    def scaled(self, factor, most):
        node = self.add('ShaderNodeMath')
        node.operation = 'MULTIPLY'
        self.tree.links.new(factor, node.inputs[0])
        node.inputs[1].default_value = most
        return node.outputs['Value']

    def bump(self, height, distance):
        node = self.add('ShaderNodeBump', Height=height, Distance=distance)
        self.set(self.shader, 'Normal', node.outputs['Normal'])


def surface(colour, roughness=0.6, other=None, scale=3.0, stretch=(1, 1, 1), relief=0.0,
            fine=60.0, metal=0.0, sheen=0.0):  # fmt: skip
    """Wall, paint, cloth, metal: `colour` drifts to `other`; `relief` in metres at `fine` scale."""
    nodes = Nodes('surface')
    drift = nodes.ramp(nodes.noise(stretch, scale), 0.32, 0.68)
    pale = rgb(other) if other else tuple(c * 0.86 for c in rgb(colour))
    nodes.set(nodes.shader, 'Base Color', nodes.mix(drift, rgb(colour), pale))
    nodes.set(nodes.shader, 'Roughness', roughness)
    nodes.set(nodes.shader, 'Metallic', metal)
    nodes.set(nodes.shader, 'Sheen', sheen)
    nodes.set(nodes.shader, 'Specular', 0.35)
    if relief:
        nodes.bump(nodes.noise(stretch, fine), relief)
    return nodes.material


def wood(dark, pale, along='x', roughness=0.45):
    """Grain that runs along one axis, with a broader drift of tone."""
    stretch = tuple(0.07 if axis == along else 1.0 for axis in 'xyz')
    nodes = Nodes('wood')
    fine = nodes.ramp(nodes.noise(stretch, 38.0, 8.0, 0.6), 0.3, 0.7)
    broad = nodes.ramp(nodes.noise(stretch, 5.0, 3.0, 1.2), 0.3, 0.7)
    mixed = nodes.mix(0.45, nodes.mix(broad, rgb(dark), rgb(pale)),
                      nodes.mix(fine, rgb(dark), rgb(pale)))  # fmt: skip
    nodes.set(nodes.shader, 'Base Color', mixed)
    nodes.set(nodes.shader, 'Roughness', roughness)
    nodes.bump(fine, 0.0006)
    return nodes.material


def _tiles(nodes, axes, width, height, gap, offset):
    where = nodes.add('ShaderNodeSeparateXYZ',
                      Vector=nodes.add('ShaderNodeTexCoord').outputs['Object'])  # fmt: skip
    flat = nodes.add('ShaderNodeCombineXYZ', X=where.outputs[axes[0]], Y=where.outputs[axes[1]])
    tiles = nodes.add('ShaderNodeTexBrick', Vector=flat.outputs['Vector'], Scale=1.0,
                      Mortar_Size=gap, Mortar_Smooth=0.3, Brick_Width=width,
                      Row_Height=height, Bias=0.0)  # fmt: skip
    tiles.offset = offset
    return tiles


def bricks(axes='XZ', colours=('#8a6355', '#775347'), mortar='#9d9489'):
    nodes = Nodes('bricks')
    tiles = _tiles(nodes, axes, 0.24, 0.075, 0.006, 0.5)
    for name, colour in zip(('Color1', 'Color2', 'Mortar'), (*colours, mortar)):
        nodes.set(tiles, name, rgb(colour))
    stains = nodes.ramp(nodes.noise((1, 1, 1), 1.1), 0.3, 0.75)
    speckle = nodes.ramp(nodes.noise((1, 1, 1), 26.0), 0.35, 0.8)
    worn = nodes.mix(nodes.scaled(speckle, 0.4), tiles.outputs['Color'], rgb('#5d4a42'))
    pale = nodes.mix(0.22, worn, rgb('#b8aa9c'))
    nodes.set(nodes.shader, 'Base Color', nodes.mix(stains, worn, pale))
    nodes.set(nodes.shader, 'Roughness', 0.85)
    height = nodes.add('ShaderNodeMath')
    height.operation = 'SUBTRACT'
    nodes.tree.links.new(nodes.noise((1, 1, 1), 60.0), height.inputs[0])
    nodes.tree.links.new(tiles.outputs['Fac'], height.inputs[1])
    nodes.bump(height.outputs['Value'], 0.008)
    return nodes.material


def planks(dark, pale, roughness=0.35):
    """A floor of boards that run away from the camera."""
    nodes = Nodes('planks')
    tiles = _tiles(nodes, 'YX', 1.8, 0.14, 0.0015, 0.37)
    for name, colour in zip(('Color1', 'Color2', 'Mortar'), (dark, pale, '#1d140e')):
        nodes.set(tiles, name, rgb(colour))
    grain = nodes.ramp(nodes.noise((1, 0.06, 1), 34.0, 8.0, 0.5), 0.3, 0.75)
    nodes.set(nodes.shader, 'Base Color', nodes.mix(grain, tiles.outputs['Color'], rgb(dark)))
    nodes.set(nodes.shader, 'Roughness', roughness)
    nodes.bump(grain, 0.0005)
    return nodes.material


def thin(colour, through=0.5, relief=0.0):
    """Leaves, linen, paper: part of the light goes through."""
    nodes = Nodes('thin')
    nodes.set(nodes.shader, 'Base Color', rgb(colour))
    nodes.set(nodes.shader, 'Roughness', 0.5)
    if relief:
        nodes.bump(nodes.noise((1, 1, 1), 160.0), relief)
    lit = nodes.add('ShaderNodeBsdfTranslucent', Color=rgb(colour))
    both = nodes.add('ShaderNodeMixShader', Fac=through)
    nodes.tree.links.new(nodes.shader.outputs['BSDF'], both.inputs[1])
    nodes.tree.links.new(lit.outputs['BSDF'], both.inputs[2])
    target = nodes.tree.nodes['Material Output']
    nodes.tree.links.new(both.outputs['Shader'], target.inputs['Surface'])
    return nodes.material
