import type { Kernels } from '@cyclorama/kernels';
import type { Planes } from '../frame/planes';
import type { Matte } from '../matte/matte';

/**
 * Lays the frame's planes over those of a background by the matte, in the frame's own planes:
 * luma at full size, chroma at half size. No colour is converted.
 */
export function composePlanes(
  { run }: Kernels,
  frame: Planes,
  background: Planes,
  matte: Matte,
): void {
  const { lumaBytes, chromaBytes } = frame.layout;
  run.blendPlane(frame.y, background.y, matte.full, lumaBytes);
  run.blendPlane(frame.u, background.u, matte.half, chromaBytes);
  run.blendPlane(frame.v, background.v, matte.half, chromaBytes);
}
