import { BENCH_COLOR } from '../../page/bench-background';

/** A picture of one colour, for libraries that know pictures only. */
export async function paintColor(width: number, height: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('An OffscreenCanvas without a 2D context.');
  context.fillStyle = BENCH_COLOR;
  context.fillRect(0, 0, width, height);
  return canvas.convertToBlob({ type: 'image/png' });
}
