import type { Size } from '../frame/frame-size';
import type { Fit } from '../options';

/** A rectangle in pixels. */
export interface Rect extends Size {
  readonly x: number;
  readonly y: number;
}

/** Where a picture goes in a frame, as CSS `object-fit` has it: centred, cut off where it is wider. */
export function fittedRect(picture: Size, frame: Size, fit: Fit): Rect {
  if (fit === 'stretch') return { x: 0, y: 0, ...frame };
  const scales = [frame.width / picture.width, frame.height / picture.height];
  const scale = fit === 'cover' ? Math.max(...scales) : Math.min(...scales);
  const width = picture.width * scale;
  const height = picture.height * scale;
  return { x: (frame.width - width) / 2, y: (frame.height - height) / 2, width, height };
}

/** Draws a picture over a canvas of the frame's size; what it does not cover keeps its colour. */
export function drawFitted(
  context: OffscreenCanvasRenderingContext2D,
  bitmap: ImageBitmap,
  fit: Fit,
): void {
  const { x, y, width, height } = fittedRect(bitmap, context.canvas, fit);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, x, y, width, height);
}
