import type { Kernels } from '@cyclorama/kernels';
import { BackgroundError } from '../errors';
import { liesOnItsSide, type Orientation, type Size } from '../frame/frame-size';
import { KernelBlocks } from '../frame/kernel-blocks';
import type { Planes } from '../frame/planes';
import { FACTOR_BYTES, writeRgbaFactors } from '../frame/rgba-factors';
import type { Fit } from '../options';
import { drawImageInto } from './place-image';
import type { Scene } from './plane-background';
import type { Painter } from './still-planes';

/** Paints a still picture, upright where the frames are turned. */
export class ImagePainter implements Painter {
  readonly #kernels: Kernels;
  readonly #bitmap: ImageBitmap;
  readonly #fit: Fit;

  /** @param bitmap - Closed with the painter. */
  constructor(kernels: Kernels, bitmap: ImageBitmap, fit: Fit) {
    this.#kernels = kernels;
    this.#bitmap = bitmap;
    this.#fit = fit;
  }

  /** @throws BackgroundError when the browser gives no canvas to draw on. */
  paint(planes: Planes, scene: Scene): void {
    this.#convert(this.#draw(planes.layout.stride, scene), planes, scene);
  }

  close(): void {
    this.#bitmap.close();
  }

  /** Rows are as long as the planes' stride, because the kernel takes them so. */
  #draw(stride: number, { size, orientation }: Scene): Uint8ClampedArray {
    const canvas = new OffscreenCanvas(stride, size.height);
    const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
    if (!context) throw new BackgroundError('This browser gives no 2D context for the background.');
    context.beginPath();
    context.rect(0, 0, size.width, size.height);
    context.clip();
    const shown = turnToDisplay(context, size, orientation);
    drawImageInto(context, this.#bitmap, shown, this.#fit);
    return context.getImageData(0, 0, stride, size.height).data;
  }

  #convert(pixels: Uint8ClampedArray, { layout, y }: Planes, { color }: Scene): void {
    const blocks = new KernelBlocks(this.#kernels);
    const { run, memory } = this.#kernels;
    const staging = blocks.allocate(pixels.length);
    const factors = blocks.allocate(FACTOR_BYTES);
    new Uint8Array(memory.memory.buffer, staging, pixels.length).set(pixels);
    writeRgbaFactors(this.#kernels, factors, 'RGBA', color);
    const { stride, width, height } = layout;
    run.rgbaToPlanes(y, stride, staging, width, height, factors);
    blocks.free();
  }
}

/**
 * Turns a canvas of the planes' size so that what is drawn upright stands upright when the frame is
 * displayed, which turns the planes clockwise and then mirrors them.
 * @returns The size to draw in, that of the display.
 */
function turnToDisplay(
  context: OffscreenCanvasRenderingContext2D,
  size: Size,
  orientation: Orientation,
): Size {
  const onSide = liesOnItsSide(orientation);
  const shown = onSide ? { width: size.height, height: size.width } : size;
  context.translate(size.width / 2, size.height / 2);
  context.rotate((-orientation.rotation * Math.PI) / 180);
  if (orientation.flip) context.scale(-1, 1);
  context.translate(-shown.width / 2, -shown.height / 2);
  return shown;
}
