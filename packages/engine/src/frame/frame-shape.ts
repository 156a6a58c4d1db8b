import { RGB_SOURCE_COLOR_SPACE } from './color-model';
import { orientationOf, planeSizeOf, sameSize, type Orientation, type Size } from './frame-size';

/** A rectangle in pixels. */
export interface Rect extends Size {
  readonly x: number;
  readonly y: number;
}

/** How a frame's pixels come: as I420 or NV12 planes, or packed in one of two orders. */
type PixelSource = 'I420' | 'NV12' | 'RGBA' | 'BGRA';

/** Everything about a frame that, when it changes, makes the stages prepare anew. */
export interface FrameShape {
  readonly source: PixelSource;
  /** What `copyTo` is asked to convert to; none where the kernels read the frame's own format. */
  readonly format?: 'RGBA';
  /** The part of the coded picture that is to be seen. */
  readonly visible: Rect;
  /** Size of the planes that are made of it, before they are turned for display. */
  readonly size: Size;
  readonly orientation: Orientation;
  /** What the planes mean, nulls included. */
  readonly colorSpace: VideoColorSpaceInit;
}

const SOURCES: Readonly<Record<string, PixelSource>> = {
  I420: 'I420',
  NV12: 'NV12',
  RGBA: 'RGBA',
  RGBX: 'RGBA',
  BGRA: 'BGRA',
  BGRX: 'BGRA',
};

/** The shape of a frame. Formats that no kernel reads (and opaque ones) are converted to RGBA. */
export function shapeOf(frame: VideoFrame): FrameShape {
  const known = SOURCES[frame.format ?? ''];
  const source = known ?? 'RGBA';
  const planar = source === 'I420' || source === 'NV12';
  const size = planeSizeOf(frame);
  return {
    source,
    ...(!known && { format: 'RGBA' }),
    visible: frame.visibleRect ? plainRect(frame.visibleRect) : { x: 0, y: 0, ...size },
    size,
    orientation: orientationOf(frame),
    colorSpace: planar ? frame.colorSpace.toJSON() : RGB_SOURCE_COLOR_SPACE,
  };
}

/** Whether the stages that were prepared for one shape can take the other. */
export function sameShape(a: FrameShape | undefined, b: FrameShape): boolean {
  return (
    a?.source === b.source &&
    a.format === b.format &&
    sameRect(a.visible, b.visible) &&
    sameSize(a.size, b.size) &&
    a.orientation.rotation === b.orientation.rotation &&
    a.orientation.flip === b.orientation.flip &&
    sameColorSpace(a.colorSpace, b.colorSpace)
  );
}

/** A DOMRect keeps its numbers in getters, which a spread loses. */
function plainRect({ x, y, width, height }: DOMRectReadOnly): Rect {
  return { x, y, width, height };
}

function sameRect(a: Rect, b: Rect): boolean {
  return a.x === b.x && a.y === b.y && sameSize(a, b);
}

function sameColorSpace(a: VideoColorSpaceInit, b: VideoColorSpaceInit): boolean {
  return (
    a.matrix === b.matrix &&
    a.fullRange === b.fullRange &&
    a.primaries === b.primaries &&
    a.transfer === b.transfer
  );
}
