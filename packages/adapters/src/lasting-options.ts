import type { LiveOptions } from 'cyclorama';

/**
 * Options for a processor and for those that follow it. The app may close a bitmap once it has passed
 * it on, so its picture is copied.
 */
export function lasting<T extends LiveOptions>(options: T): T {
  const { background } = (options as T | undefined) ?? {}; // What else it may be the processor tells.
  if (background?.type !== 'image' || !(background.image instanceof ImageBitmap)) return options;
  return { ...options, background: { ...background, image: copyOf(background.image) } };
}

function copyOf(bitmap: ImageBitmap): ImageBitmap {
  const { width, height } = bitmap;
  if (width === 0) return bitmap; // It is closed already, which the processor tells.
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  return canvas.transferToImageBitmap();
}
