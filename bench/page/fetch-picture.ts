import { decodeFrame } from './decode-frame';

/** In pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Fetches a picture as pixels, stretched to a size, or of its own. */
export async function fetchPicture(url: string, size?: PictureSize): Promise<ImageData> {
  const { image, close, ...own } = await decodeFrame(url);
  const { width, height } = size ?? own;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('An OffscreenCanvas without a 2D context.');
  context.drawImage(image, 0, 0, width, height);
  close();
  return context.getImageData(0, 0, width, height);
}

/** Fetches a gray picture as a matte, 0..1. */
export async function fetchMatte(url: string, size?: PictureSize): Promise<Float32Array> {
  const { data } = await fetchPicture(url, size);
  return Float32Array.from({ length: data.length / 4 }, (_, pixel) => (data[pixel * 4] ?? 0) / 255);
}
