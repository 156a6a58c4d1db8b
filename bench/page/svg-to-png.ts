import { toBase64 } from './to-base64';

/** Pixels for each of the drawing's, so that text stays sharp on dense screens. */
const DENSITY = 2;

/** A drawing as the text of a PNG. */
export async function svgToPng(svg: string): Promise<string> {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width * DENSITY, image.height * DENSITY);
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('An OffscreenCanvas without a 2D context.');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return toBase64(canvas, 'image/png');
}
