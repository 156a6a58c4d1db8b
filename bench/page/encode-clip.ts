import { decodeFrame, type Decoded } from './decode-frame';
import { playMovie } from './play-movie';

/** What the clip is: so many frames to fetch, or a movie to play. */
export type ClipSource =
  { readonly kind: 'frames'; readonly count: number } | { readonly kind: 'movie' };

const JPEG_QUALITY = 0.92;

/** Encodes the clip at `/clip/` to JPEGs of one size, and posts them in order to `/encoded`. */
export async function encodeClip(
  source: ClipSource,
  size: { readonly width?: number; readonly height?: number },
): Promise<void> {
  let canvas: OffscreenCanvas | undefined;
  for await (const picture of source.kind === 'movie'
    ? playMovie('/clip/')
    : frames(source.count)) {
    canvas ??= new OffscreenCanvas(
      size.width ?? even(picture.width),
      size.height ?? even(picture.height),
    );
    drawCover(canvas, picture);
    picture.close();
    const body = await canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY });
    await fetch('/encoded', { method: 'POST', body });
  }
}

async function* frames(count: number): AsyncGenerator<Decoded> {
  for (let index = 0; index < count; index++) yield decodeFrame(`/clip/${index}`);
}

/** Chromium's fake camera takes no odd sizes. */
const even = (pixels: number): number => Math.max(2, pixels - (pixels % 2));

function drawCover(canvas: OffscreenCanvas, { image, width, height }: Decoded): void {
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('An OffscreenCanvas without a 2D context.');
  context.imageSmoothingQuality = 'high';
  const scale = Math.max(canvas.width / width, canvas.height / height);
  const [wide, high] = [width * scale, height * scale];
  context.drawImage(image, (canvas.width - wide) / 2, (canvas.height - high) / 2, wide, high);
}
