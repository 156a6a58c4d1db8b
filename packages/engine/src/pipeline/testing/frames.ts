import { applyMatrix, colorModelOf, rgbToCodes } from '../../frame/color-model';
import type { Size } from '../../frame/frame-size';

/** Red, green and blue, 0..255. */
export type Rgb = readonly [number, number, number];

/** The colour of a pixel. */
export type PaintFrame = (x: number, y: number) => Rgb;

/** What browsers give a camera's frames. */
export const NULL_COLOR_SPACE: VideoColorSpaceInit = {
  primaries: null,
  transfer: null,
  matrix: null,
  fullRange: null,
};

type Extra = Partial<VideoFrameBufferInit> & { rotation?: number; flip?: boolean };

/** A frame of I420 or NV12 planes whose chroma is that of the upper left pixel of each 2×2. */
export function planarFrame(
  { width, height }: Size,
  paint: PaintFrame,
  { format = 'I420', colorSpace = NULL_COLOR_SPACE, ...extra }: Extra = {},
): VideoFrame {
  const [halfWidth, halfHeight] = [(width + 1) >> 1, (height + 1) >> 1];
  const matrix = rgbToCodes(colorModelOf(colorSpace));
  const bytes = new Uint8Array(width * height + 2 * halfWidth * halfHeight);
  const codes = (x: number, y: number) => applyMatrix(matrix, [...paint(x, y)]).map(Math.round);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) bytes[y * width + x] = codes(x, y)[0] ?? 0;
  for (let y = 0; y < halfHeight; y++)
    for (let x = 0; x < halfWidth; x++) {
      const [, u = 0, v = 0] = codes(2 * x, 2 * y);
      const at = y * halfWidth + x;
      const chroma = width * height;
      bytes[format === 'NV12' ? chroma + 2 * at : chroma + at] = u;
      bytes[format === 'NV12' ? chroma + 2 * at + 1 : chroma + halfWidth * halfHeight + at] = v;
    }
  const init = { codedWidth: width, codedHeight: height, timestamp: 1000, colorSpace, format };
  return new VideoFrame(bytes, { ...init, ...extra });
}

/** A frame of packed pixels, as canvases and ImageData give. */
export function packedFrame(
  { width, height }: Size,
  paint: PaintFrame,
  format: 'RGBA' | 'BGRA',
): VideoFrame {
  const bytes = new Uint8Array(width * height * 4).fill(255);
  for (let at = 0; at < width * height; at++) {
    const [r, g, b] = paint(at % width, Math.floor(at / width));
    bytes.set(format === 'RGBA' ? [r, g, b] : [b, g, r], at * 4);
  }
  return new VideoFrame(bytes, { format, codedWidth: width, codedHeight: height, timestamp: 1000 });
}

/** What the browser shows of a frame: RGBA at display size. The frame stays open. */
export function drawn(frame: VideoFrame): ImageData {
  const { displayWidth: width, displayHeight: height } = frame;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (!context) throw new Error('An OffscreenCanvas without a 2D context.');
  context.drawImage(frame, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}

/** One pixel of what is drawn. */
export function pixelOf({ data, width }: ImageData, x: number, y: number): Rgb {
  const at = (y * width + x) * 4;
  return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
}

/** Largest difference of a channel. */
export function distance(a: Rgb, b: Rgb): number {
  return Math.max(...a.map((value, channel) => Math.abs(value - (b[channel] ?? 0))));
}
