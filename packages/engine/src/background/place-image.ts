import type { Rect } from '../frame/frame-shape';
import type { Size } from '../frame/frame-size';
import type { Fit } from '../options';

/**
 * Where an image goes in a box of another shape, in pixels of the box: `cover` fills it and loses
 * what sticks out, `contain` shows all of it, `stretch` gives up its shape.
 */
export function placeImage(image: Size, box: Size, fit: Fit): Rect {
  if (fit === 'stretch') return { x: 0, y: 0, ...box };
  const scales = [box.width / image.width, box.height / image.height] as const;
  const scale = fit === 'cover' ? Math.max(...scales) : Math.min(...scales);
  const [width, height] = [image.width * scale, image.height * scale];
  return { x: (box.width - width) / 2, y: (box.height - height) / 2, width, height };
}

/** Draws an image over a box that is black where the image leaves bars. */
export function drawImageInto(
  context: OffscreenCanvasRenderingContext2D,
  image: ImageBitmap,
  box: Size,
  fit: Fit,
): void {
  const { x, y, width, height } = placeImage(image, box, fit);
  context.fillStyle = '#000000';
  context.fillRect(0, 0, box.width, box.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, x, y, width, height);
}
