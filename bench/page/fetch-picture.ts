import { decodeFrame } from './decode-frame';

/** Fetches a picture as pixels. */
export async function fetchPicture(url: string): Promise<ImageData> {
  const { image, width, height, close } = await decodeFrame(url);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('An OffscreenCanvas without a 2D context.');
  context.drawImage(image, 0, 0);
  close();
  return context.getImageData(0, 0, width, height);
}

/** Fetches a gray picture as a matte, 0..1. */
export async function fetchMatte(url: string): Promise<Float32Array> {
  const { data } = await fetchPicture(url);
  return Float32Array.from({ length: data.length / 4 }, (_, pixel) => (data[pixel * 4] ?? 0) / 255);
}
