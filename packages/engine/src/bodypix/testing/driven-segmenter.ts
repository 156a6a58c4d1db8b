import type { Size } from '../../frame/frame-size';
import { inputSizeOf, maskSizeOf } from '../../segment/input-size';
import type { MaskCopy } from '../../segment/mask-copy';
import type { MaskCalls, SegmenterCalls, WorkerSegmenter } from '../../segment/worker-segmenter';
import { CallClient } from '../../worker/channel';

/** A segmenter's worker in a test's hand, without an engine around it. */
export interface DrivenSegmenter {
  readonly backend: string;
  /** The mask of a picture, made as small as the model wants it. */
  maskOf(picture: CanvasImageSource & Size): Promise<MaskCopy>;
  /** The mask of pixels as they come. */
  maskOfPixels(pixels: Float32Array<ArrayBuffer>, input: Size, wanted: Size): Promise<MaskCopy>;
  /** What becomes of a picture of no numbers. */
  maskOfNaN(): Promise<MaskCopy>;
  /** Other settings under the same key. */
  change(segmenter: WorkerSegmenter): Promise<void>;
  tensors(): Promise<number>;
  close(): void;
}

/** Starts a segmenter's worker and loads its weights, as an engine does. */
export async function driveSegmenter(segmenter: WorkerSegmenter): Promise<DrivenSegmenter> {
  const worker = segmenter.startWorker();
  const page = new CallClient<SegmenterCalls, never>(worker, () => undefined);
  const { port1, port2 } = new MessageChannel();
  const frames = new CallClient<MaskCalls, never>(port1, () => undefined);
  port1.start();
  let { input: sizing } = segmenter;
  try {
    const { backend } = await page.call('open', { settings: segmenter.settings });
    await page.call('connect', { port: port2 });
    return { backend, maskOf, maskOfPixels, maskOfNaN, change, tensors, close };
  } catch (thrown) {
    close();
    throw thrown;
  }

  function maskOf(picture: CanvasImageSource & Size): Promise<MaskCopy> {
    const input = inputSizeOf(picture, sizing);
    return maskOfPixels(colorsOf(picture, input), input, maskSizeOf(picture));
  }

  async function maskOfPixels(
    pixels: Float32Array<ArrayBuffer>,
    input: Size,
    wanted: Size,
  ): Promise<MaskCopy> {
    const mask = new ArrayBuffer(4 * wanted.width * wanted.height);
    const args = { pixels: pixels.buffer, mask, input, wanted };
    const answer = await frames.call('segment', args);
    return { ...wanted, values: new Float32Array(answer.mask) };
  }

  function maskOfNaN(): Promise<MaskCopy> {
    const [input, wanted] = [
      { width: 33, height: 17 },
      { width: 16, height: 8 },
    ];
    const pixels = new Float32Array(3 * input.width * input.height).fill(NaN);
    return maskOfPixels(pixels, input, wanted);
  }

  function change(other: WorkerSegmenter): Promise<void> {
    sizing = other.input;
    return page.call('change', { settings: other.settings });
  }

  async function tensors(): Promise<number> {
    return (await page.call('holdings', {})).tensors;
  }

  function close(): void {
    port1.close();
    worker.terminate();
  }
}

/** RGB 0..1 of a picture, stretched. */
function colorsOf(picture: CanvasImageSource, { width, height }: Size): Float32Array<ArrayBuffer> {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2D context');
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  return Float32Array.from({ length: 3 * width * height }, (_, at) => {
    return (data[Math.floor(at / 3) * 4 + (at % 3)] ?? NaN) / 255;
  });
}
