import { KernelMemory } from '@cyclorama/kernels';
import { loadKernels } from '@cyclorama/testing/node';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FrameError } from '../errors';
import { Planes } from '../frame/planes';
import type { Mask } from '../segment/segmenter';
import { Refiner } from './refiner';

const kernels = await loadKernels();
const FRAME = { width: 320, height: 180 };
const MASK = { width: 64, height: 36 };
const COUNT = MASK.width * MASK.height;

const floats = (pointer: number) => new Float32Array(kernels.memory.memory.buffer, pointer, COUNT);

const pointers = {
  mask: kernels.memory.allocate(COUNT * 4),
  guide: kernels.memory.allocate(COUNT * 4),
};
const mask: Mask = { ...MASK, pointer: pointers.mask, guide: pointers.guide };
const planes = new Planes(kernels, FRAME);
let refiner: Refiner;

/** Paints the luma of the frame and of its guide, both by position 0..1. */
function paintLuma(luma: (x: number) => number): void {
  const { stride, lumaBytes } = planes.layout;
  const view = planes.view().subarray(0, lumaBytes);
  view.forEach((_, at) => (view[at] = luma(((at % stride) + 0.5) / FRAME.width)));
  const guide = floats(pointers.guide);
  guide.forEach((_, at) => (guide[at] = luma(((at % MASK.width) + 0.5) / MASK.width) / 256));
}

/** The matte for a mask that is painted by position 0..1: the middle row of it. */
function matteRow(value: (x: number) => number): Uint8Array {
  const view = floats(pointers.mask);
  view.forEach((_, at) => (view[at] = value(((at % MASK.width) + 0.5) / MASK.width)));
  const { full, layout } = refiner.refine(mask, planes);
  const start = full + layout.stride * (FRAME.height / 2);
  return new Uint8Array(kernels.memory.memory.buffer, start, FRAME.width).slice();
}

beforeEach(() => {
  refiner = new Refiner(kernels);
  paintLuma(() => 100);
});

describe('a mask brought to the frame’s size', () => {
  it('is all person and all background where the mask is', () => {
    expect([...new Set(matteRow(() => 1))]).toEqual([255]);
    refiner.reset();
    expect([...new Set(matteRow(() => 0))]).toEqual([0]);
  });

  it('follows the picture’s own edge where the mask’s is a little off', () => {
    // The person is bright and ends at 0.5; the mask ends a pixel of its own too late, softly.
    paintLuma((x) => (x < 0.5 ? 200 : 40));
    const row = matteRow((x) => 1 / (1 + Math.exp((x - 0.5 - 1 / MASK.width) * MASK.width * 1.5)));
    const edge = row.findIndex((value) => value < 128);
    expect(Math.abs(edge - 160)).toBeLessThanOrEqual(1);
  });

  it('keeps the mask’s edge where the picture has none', () => {
    const row = matteRow((x) => (x < 0.5 ? 1 : 0));
    const edge = row.findIndex((value) => value < 115);
    expect(Math.abs(edge - 160)).toBeLessThanOrEqual(2);
  });
});

// As they come from BodyPix: about 256 along the longer edge, and never less than four across.
describe.each([
  { width: 256, height: 132 },
  { width: 256, height: 4 },
  { width: 4, height: 256 },
  { width: 192, height: 256 },
])('a mask of $width×$height', (size) => {
  const isWide = size.width > size.height;
  const long = Math.max(size.width, size.height);
  const frame = new Planes(kernels, { width: 5 * size.width, height: 5 * size.height });
  const blocks = [0, 0].map(() => kernels.memory.allocate(4 * size.width * size.height));
  const [pointer = 0, guide = 0] = blocks;

  /** Paints by the position along the longer edge, 0..1. */
  const paint = (at: number, value: (place: number) => number): void =>
    new Float32Array(kernels.memory.memory.buffer, at, size.width * size.height).forEach(
      (_, index, all) => {
        const along = isWide ? index % size.width : Math.floor(index / size.width);
        all[index] = value((along + 0.5) / long);
      },
    );

  it('is the same at the frame’s size, everywhere but at its edge', () => {
    const isPerson = (place: number): boolean => place > 0.3 && place < 0.6;
    paint(pointer, (place) => Number(isPerson(place)));
    paint(guide, () => 0.5);
    frame.view().fill(128);
    const { full, layout } = refiner.refine({ ...size, pointer, guide }, frame);
    const matte = new Uint8Array(kernels.memory.memory.buffer, full, layout.lumaBytes);
    const wrong: string[] = [];
    for (let y = 0; y < layout.height; y++) {
      for (let x = 0; x < layout.width; x++) {
        const place = ((isWide ? x : y) + 0.5) / (5 * long);
        const isEdge = Math.min(Math.abs(place - 0.3), Math.abs(place - 0.6)) < 5 / long;
        const value = matte[y * layout.stride + x];
        if (!isEdge && value !== (isPerson(place) ? 255 : 0)) wrong.push(`${x} ${y}: ${value}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('a matte over time', () => {
  const wobble = [0.5, 0.42, 0.5, 0.42, 0.5, 0.42] as const;

  it('flickers less than its masks', () => {
    const range = (values: number[]) => Math.max(...values) - Math.min(...values);
    const steady = wobble.map((value) => matteRow(() => value)[160] ?? NaN);
    const raw = wobble.map((value) => {
      refiner.reset();
      return matteRow(() => value)[160] ?? NaN;
    });
    expect(range(steady.slice(2))).toBeLessThan(range(raw) * 0.6);
  });

  it('follows a limb at once', () => {
    matteRow((x) => (x < 0.5 ? 1 : 0));
    const row = matteRow((x) => (x < 0.8 ? 1 : 0));
    expect(row[220]).toBe(255);
    const back = matteRow((x) => (x < 0.3 ? 1 : 0));
    expect(back[220]).toBe(0);
  });

  it('begins anew after a mask that is none', () => {
    matteRow(() => 0.5);
    expect(() => matteRow((x) => (x < 0.1 ? NaN : 0.5))).toThrow(FrameError);
    const fresh = new Refiner(kernels);
    const expected = matteRow(() => 0.45);
    refiner = fresh;
    expect(matteRow(() => 0.45)).toEqual(expected);
  });
});

it('is prepared anew after memory could not be had, and leaves nothing behind', () => {
  const used = kernels.memory.usedBytes;
  const blocks = vi.spyOn(kernels.memory, 'allocate');
  refiner.resize(FRAME, MASK);
  const last = blocks.mock.calls.length - 1;
  refiner.close();
  blocks.mockRestore();
  const full = vi.spyOn(kernels.memory, 'allocate');
  const { allocate } = KernelMemory.prototype;
  full.mockImplementation((bytes) => {
    if (full.mock.calls.length > last) throw new RangeError('The memory is full.');
    return allocate.call(kernels.memory, bytes);
  });
  expect(() => refiner.resize(FRAME, MASK)).toThrow('The memory is full.');
  full.mockRestore();
  expect([...new Set(matteRow(() => 1))]).toEqual([255]);
  refiner.close();
  expect(kernels.memory.usedBytes).toBe(used);
});
