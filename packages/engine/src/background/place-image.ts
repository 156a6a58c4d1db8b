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
