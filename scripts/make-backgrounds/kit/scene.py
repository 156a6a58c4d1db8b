"""The empty stage of every room: renderer, camera, and what is written to disk."""

import math

import bpy

PASSES = {'colour': 'Image', 'alpha': 'Alpha', 'albedo': 'DiffCol', 'gloss': 'GlossCol',
          'normal': 'Normal', 'depth': 'Depth'}  # fmt: skip


def empty_scene():
    bpy.ops.wm.read_factory_settings(use_empty=True)
    scene = bpy.context.scene
    scene.world = bpy.data.worlds.new('air')
    scene.world.use_nodes = True
    return scene


def ambient(colour, strength):
    """Light from everywhere: what walls behind the camera would send back."""
    node = bpy.context.scene.world.node_tree.nodes['Background']
    node.inputs['Color'].default_value = (*colour, 1)
    node.inputs['Strength'].default_value = strength


def camera(at=(0, 0, 1.2), yaw=0.0, pitch=0.0, lens=35.0, shift=0.0):
    """A camera at the eye level of someone sitting. Degrees; yaw to the left is positive."""
    made = bpy.data.cameras.new('camera')
    made.lens, made.shift_y = lens, shift
    holder = bpy.data.objects.new('camera', made)
    holder.location = at
    holder.rotation_euler = (math.radians(90 + pitch), 0, math.radians(yaw))
    bpy.context.scene.collection.objects.link(holder)
    bpy.context.scene.camera = holder


def prepare(width, samples, threads):
    scene = bpy.context.scene
    scene.render.engine = 'CYCLES'
    scene.render.resolution_x, scene.render.resolution_y = width, width * 9 // 16
    scene.render.resolution_percentage = 100
    scene.render.film_transparent = True
    scene.render.threads_mode, scene.render.threads = 'FIXED', threads
    cycles = scene.cycles
    cycles.samples, cycles.use_adaptive_sampling, cycles.use_denoising = samples, False, False
    cycles.max_bounces, cycles.diffuse_bounces, cycles.glossy_bounces = 6, 4, 2
    cycles.transmission_bounces, cycles.transparent_max_bounces = 3, 6
    cycles.sample_clamp_indirect, cycles.blur_glossy = 1.5, 1.0
    cycles.caustics_reflective = cycles.caustics_refractive = False
    layer = bpy.context.view_layer
    layer.use_pass_z = layer.use_pass_normal = True
    layer.use_pass_diffuse_color = layer.use_pass_glossy_color = True


def _outputs(folder):
    """One EXR for each pass: OpenCV does not read them from one file."""
    scene = bpy.context.scene
    scene.use_nodes = True
    tree = scene.node_tree
    tree.nodes.clear()
    source = tree.nodes.new('CompositorNodeRLayers')
    target = tree.nodes.new('CompositorNodeOutputFile')
    target.base_path = str(folder)
    target.format.file_format, target.format.color_depth = 'OPEN_EXR', '32'
    target.format.color_mode = 'RGB'
    target.file_slots.clear()
    for name, output in PASSES.items():
        target.file_slots.new(name)
        tree.links.new(source.outputs[output], target.inputs[name])


def render(folder):
    """Two renderings with other random numbers: where they differ there is noise."""
    _outputs(folder)
    scene = bpy.context.scene
    for half in (1, 2):
        scene.frame_set(half)
        scene.cycles.seed = half
        bpy.ops.render.render()
