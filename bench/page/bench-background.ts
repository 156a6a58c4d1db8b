import type { Background } from 'cyclorama';

/** The backgrounds that the speed bench can be asked for. */
export type BackgroundName = 'image' | 'blur' | 'color';

/** Of the background `color`. */
export const BENCH_COLOR = '#2f6f4f';

/** Makes a background; the picture is painted here, so that the bench needs no file for it. */
export async function benchBackground(name: BackgroundName): Promise<Background> {
  if (name === 'blur') return { type: 'blur' };
  if (name === 'color') return { type: 'color', color: BENCH_COLOR };
  return { type: 'image', image: await paintPicture(1280, 720) };
}

/** A picture of any size: a sky over the ground. */
export async function paintPicture(width: number, height: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('An OffscreenCanvas without a 2D context.');
  const sky = context.createLinearGradient(0, 0, width, height);
  sky.addColorStop(0, '#5b8fb9');
  sky.addColorStop(0.6, '#f3d9b1');
  sky.addColorStop(1, '#7a4e3a');
  context.fillStyle = sky;
  context.fillRect(0, 0, width, height);
  return canvas.convertToBlob({ type: 'image/jpeg' });
}
