import type { Size } from '../frame/frame-size';
import type { InputSizing } from './worker-segmenter';

/** Kernels take masks in steps of four columns, and a mask may be turned: both edges must fit. */
const MASK_STEP_PX = 4;
const MASK_EDGE_PX = 256;

/** How large a picture a segmenter's model sees of frames that are shown at a size. */
export function inputSizeOf({ width, height }: Size, { scale, step, plus }: InputSizing): Size {
  const edge = (length: number): number =>
    Math.max(1, Math.floor((length * scale) / step)) * step + plus;
  return { width: edge(width), height: edge(height) };
}

/** How large a mask is wanted: in the frame's shape, 256 pixels on the longer edge. */
export function maskSizeOf({ width, height }: Size): Size {
  const scale = MASK_EDGE_PX / Math.max(width, height) / MASK_STEP_PX;
  const edge = (length: number): number => Math.max(1, Math.round(length * scale)) * MASK_STEP_PX;
  return { width: edge(width), height: edge(height) };
}
