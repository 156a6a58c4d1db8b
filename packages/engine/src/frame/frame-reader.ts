import { SLACK_BYTES, type Kernels } from '@cyclorama/kernels';
import { FrameError } from '../errors';
import { colorModelOf } from './color-model';
import type { FrameShape, Rect } from './frame-shape';
import { sameSize, type Size } from './frame-size';
import { KernelBlocks } from './kernel-blocks';
import { PlaneScaler } from './plane-scaler';
import { Planes } from './planes';
import { FACTOR_BYTES, writeRgbaFactors } from './rgba-factors';

/** 8K and a little. The memory may not grow past 2 GB, where `copyTo` takes no view of it. */
const MAX_FRAME_EDGE_PX = 8192;

/** What `resize` prepares for frames of one shape. */
interface Reading {
  /** Where the copy goes: the result itself, or planes of the copied rectangle's size. */
  readonly copied: Planes;
  readonly result: Planes;
  /** Packed pixels or interleaved chroma, before they are planes; 0 for I420. */
  readonly staging: number;
  /** The colour conversion's table; 0 for planar sources. */
  readonly factors: number;
  readonly scaler: PlaneScaler | undefined;
  readonly copy: VideoFrameCopyToOptions;
}

/**
 * The first stage: frame → I420 planes at display size in kernel memory, whatever the frame's
 * format, padding, visible rectangle and pixel shape.
 */
export class FrameReader {
  readonly #kernels: Kernels;
  readonly #blocks: KernelBlocks;
  /** All that was taken for the present shape. */
  readonly #parts: { close(): void }[] = [];
  #shape: FrameShape | undefined;
  #reading: Reading | undefined;
  #memory: Uint8Array<ArrayBuffer> | undefined;

  constructor(kernels: Kernels) {
    this.#kernels = kernels;
    this.#blocks = new KernelBlocks(kernels);
  }

  /**
   * Prepares for frames of a shape. The only place that allocates; what fails leaves nothing.
   * @throws FrameError when they are more than 8192 pixels wide or high.
   */
  resize(shape: FrameShape): void {
    this.close();
    requireSize(shape.visible);
    requireSize(shape.size);
    try {
      this.#reading = this.#prepare(shape);
      this.#shape = shape;
    } catch (thrown) {
      this.close();
      throw thrown;
    }
  }

  /**
   * Reads a frame of the prepared shape; it stays the caller's to close.
   * @returns The planes, valid until the next call.
   */
  async read(frame: VideoFrame): Promise<Planes> {
    const [shape, reading] = [this.#shape, this.#reading];
    if (!shape || !reading) throw new Error('resize() comes before read().');
    await frame.copyTo(this.#view(), reading.copy);
    this.#toPlanes(shape, reading);
    reading.scaler?.scale();
    return reading.result;
  }

  close(): void {
    this.#blocks.free();
    for (const part of this.#parts.splice(0)) part.close();
    this.#reading = undefined;
  }

  #prepare(shape: FrameShape): Reading {
    const rect = evenCorner(shape.visible);
    const result = this.#own(new Planes(this.#kernels, shape.size));
    const direct = sameSize(rect, shape.size) && sameSize(rect, shape.visible);
    const copied = direct ? result : this.#own(new Planes(this.#kernels, rect));
    const staging = this.#blocks.allocate(stagingBytes(shape, copied) + SLACK_BYTES);
    const factors = this.#blocks.allocate(FACTOR_BYTES);
    if (shape.source === 'RGBA' || shape.source === 'BGRA') {
      writeRgbaFactors(this.#kernels, factors, shape.source, colorModelOf(shape.colorSpace));
    }
    const scaler = direct
      ? undefined
      : this.#own(new PlaneScaler(this.#kernels, copied, partOf(shape.visible, rect), result));
    const copy = copyOptions(shape, rect, copied, staging);
    return { copied, result, staging, factors, scaler, copy };
  }

  #own<Part extends { close(): void }>(part: Part): Part {
    this.#parts.push(part);
    return part;
  }

  /** All of kernel memory, so that one copy can fill blocks that lie apart. */
  #view(): Uint8Array<ArrayBuffer> {
    const buffer = this.#kernels.memory.memory.buffer;
    if (this.#memory?.buffer !== buffer) this.#memory = new Uint8Array(buffer);
    return this.#memory;
  }

  #toPlanes({ source }: FrameShape, { copied, staging, factors }: Reading): void {
    const { run } = this.#kernels;
    const { layout, y, u, v } = copied;
    const { stride, width, height, chromaWidth, chromaHeight } = layout;
    if (source === 'NV12') {
      run.deinterleave(u, v, staging, stride, chromaWidth, chromaHeight);
    } else if (source !== 'I420') {
      run.rgbaToPlanes(y, stride, staging, width, height, factors);
    }
  }
}

function requireSize({ width, height }: Size): void {
  if (Math.max(width, height) <= MAX_FRAME_EDGE_PX) return;
  const limit = `Frames are at most ${MAX_FRAME_EDGE_PX} pixels wide and high`;
  throw new FrameError(`${limit}; this one is ${width}×${height}: scale it down first.`);
}

/** `copyTo` throws on an odd corner: take a pixel more, and leave it out when scaling. */
function evenCorner({ x, y, width, height }: Rect): Rect {
  return { x: x - (x % 2), y: y - (y % 2), width: width + (x % 2), height: height + (y % 2) };
}

function partOf(visible: Rect, rect: Rect): Rect {
  return { ...visible, x: visible.x - rect.x, y: visible.y - rect.y };
}

function stagingBytes({ source }: FrameShape, { layout }: Planes): number {
  if (source === 'I420') return 0;
  return source === 'NV12' ? layout.stride * layout.chromaHeight : 4 * layout.lumaBytes;
}

function copyOptions(
  { source, format }: FrameShape,
  rect: Rect,
  { layout, y, u, v }: Planes,
  staging: number,
): VideoFrameCopyToOptions {
  const { stride, chromaStride } = layout;
  switch (source) {
    case 'I420':
      return {
        rect,
        layout: [
          { offset: y, stride },
          { offset: u, stride: chromaStride },
          { offset: v, stride: chromaStride },
        ],
      };
    case 'NV12':
      return {
        rect,
        layout: [
          { offset: y, stride },
          { offset: staging, stride },
        ],
      };
    default:
      return {
        rect,
        layout: [{ offset: staging, stride: 4 * stride }],
        ...(format && { format }),
      };
  }
}
