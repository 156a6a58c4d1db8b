import { BackgroundError } from '../errors';
import { DEFAULT_BLUR_STRENGTH, type Background, type ImageBackground } from '../options';
import type { LoadedBackground } from './loaded-background';

/** Larger pictures are scaled down to this, in pixels of the longer edge. */
export const MAX_EDGE_PX = 3840;

/**
 * Fetches and decodes what a background needs.
 * @param signal - Ends the fetch when the background is not wanted any more.
 * @returns The loaded background; its bitmap belongs to the caller.
 * @throws BackgroundError when the picture cannot be fetched or decoded.
 */
export async function loadBackground(
  background: Background,
  signal?: AbortSignal,
): Promise<LoadedBackground> {
  switch (background.type) {
    case 'none':
      return { type: 'none' };
    case 'color':
      return { type: 'color', color: background.color };
    case 'blur':
      return { type: 'blur', strength: background.strength ?? DEFAULT_BLUR_STRENGTH };
    case 'image':
      return {
        type: 'image',
        bitmap: await decode(background, signal),
        fit: background.fit ?? 'cover',
      };
  }
}

/** A copy for a second owner: the sink holds the background too. */
export async function copyBackground(loaded: LoadedBackground): Promise<LoadedBackground> {
  if (loaded.type !== 'image') return loaded;
  return { ...loaded, bitmap: await createImageBitmap(loaded.bitmap) };
}

async function decode(
  { image }: ImageBackground,
  signal: AbortSignal | undefined,
): Promise<ImageBitmap> {
  const isAtHand = image instanceof Blob || image instanceof ImageBitmap;
  const source = isAtHand ? image : await fetched(image, signal);
  try {
    return await withinLimit(await createImageBitmap(source));
  } catch (cause) {
    const message = `The background ${nameOf(image)} cannot be decoded: give a JPEG, PNG, WebP or other pixel picture that this browser shows. Draw an SVG to a canvas first.`;
    throw new BackgroundError(message, { cause });
  }
}

// A picture of 20,000 pixels would take gigabytes in its three places, and no frame is that large.
async function withinLimit(bitmap: ImageBitmap): Promise<ImageBitmap> {
  const { width, height } = bitmap;
  const scale = MAX_EDGE_PX / Math.max(width, height);
  if (scale >= 1) return bitmap;
  const edge = (length: number): number => Math.max(1, Math.round(length * scale));
  const size = { resizeWidth: edge(width), resizeHeight: edge(height) };
  try {
    return await createImageBitmap(bitmap, { ...size, resizeQuality: 'high' });
  } finally {
    bitmap.close();
  }
}

async function fetched(url: string | URL, signal: AbortSignal | undefined): Promise<Blob> {
  try {
    const response = await fetch(url, { signal: signal ?? null });
    if (!response.ok) throw new Error(`HTTP status ${response.status}`);
    return await response.blob();
  } catch (cause) {
    const message = `The background ${nameOf(url)} cannot be fetched (${String(cause)}).`;
    throw new BackgroundError(message, { cause });
  }
}

function nameOf(image: ImageBackground['image']): string {
  if (image instanceof Blob) return image.type === '' ? 'file' : `file of type ${image.type}`;
  return image instanceof ImageBitmap ? 'bitmap' : String(image).slice(0, 200);
}

/** Closes the bitmap where there is one. */
export function closeBackground(background: LoadedBackground): void {
  if (background.type === 'image') background.bitmap.close();
}
