import { KernelMemory } from '@cyclorama/kernels';
import { loadKernels } from '@cyclorama/testing/node';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FrameReader } from './frame-reader';
import { shapeOf } from './frame-shape';

const kernels = await loadKernels();
const CODED = { width: 64, height: 48 };

/** Luma tells the column, U the column of chroma, V its row. */
const sample = (plane: number, x: number, y: number) => [3 * x, 5 * x, 7 * y][plane] ?? 0;

/** An I420 frame as browsers have them, which a test in Node has to play. */
function fakeFrame(visible: { x: number; y: number; width: number; height: number }): VideoFrame {
  const copyTo = (view: Uint8Array, { rect, layout = [] }: VideoFrameCopyToOptions) => {
    const { x = 0, y = 0, width = 0, height = 0 } = rect ?? {};
    if (x % 2 || y % 2) throw new TypeError('The corner is not sample-aligned.');
    layout.forEach(({ offset, stride }, plane) => {
      const by = plane === 0 ? 1 : 2;
      for (let row = 0; row < Math.ceil(height / by); row++)
        for (let column = 0; column < Math.ceil(width / by); column++)
          view[offset + row * stride + column] = sample(plane, x / by + column, y / by + row);
    });
    return Promise.resolve([]);
  };
  return {
    format: 'I420',
    visibleRect: visible,
    displayWidth: visible.width,
    displayHeight: visible.height,
    colorSpace: { toJSON: () => ({}) },
    copyTo,
    ...CODED,
  } as unknown as VideoFrame;
}

afterEach(() => vi.restoreAllMocks());

describe('the frame reader', () => {
  for (const [x, y] of [
    [0, 0],
    [4, 6],
    [5, 6],
    [4, 7],
    [3, 3],
  ] as const) {
    it(`reads planes whose visible rectangle begins at ${x}, ${y}`, async () => {
      const frame = fakeFrame({ x, y, width: 40, height: 30 });
      const reader = new FrameReader(kernels);
      reader.resize(shapeOf(frame));
      const { layout, ...planes } = await reader.read(frame);
      expect([layout.width, layout.height]).toEqual([40, 30]);
      const memory = new Uint8Array(kernels.memory.memory.buffer);
      for (let column = 0; column < 40; column++) {
        expect(memory[planes.y + 9 * layout.stride + column]).toBe(3 * (x + column));
      }
      // Half a chroma sample lies between two: an odd corner takes the mean of them.
      for (let column = 0; column < 19; column++) {
        const at = 9 * layout.chromaStride + column;
        expect(Math.abs((memory[planes.u + at] ?? NaN) - 5 * (x / 2 + column))).toBeLessThan(1);
        expect(Math.abs((memory[planes.v + at] ?? NaN) - 7 * (y / 2 + 9))).toBeLessThan(1);
      }
      reader.close();
    });
  }

  it('gives all of its memory back', async () => {
    const used = kernels.memory.usedBytes;
    const reader = new FrameReader(kernels);
    for (const x of [0, 3, 4]) {
      const frame = fakeFrame({ x, y: 0, width: 33, height: 17 });
      reader.resize(shapeOf(frame));
      await reader.read(frame);
    }
    reader.close();
    expect(kernels.memory.usedBytes).toBe(used);
  });

  it('refuses frames that would not leave the memory usable for smaller ones', () => {
    const reader = new FrameReader(kernels);
    const used = kernels.memory.usedBytes;
    const huge = shapeOf(fakeFrame({ x: 0, y: 0, width: 16384, height: 100 }));
    expect(() => reader.resize(huge)).toThrow(/at most 8192 pixels.*16384×100/);
    expect(kernels.memory.usedBytes).toBe(used);
  });

  it('takes all of its memory or none', () => {
    const { memory } = kernels;
    const used = memory.usedBytes;
    const reader = new FrameReader(kernels);
    const shape = shapeOf(fakeFrame({ x: 3, y: 0, width: 33, height: 17 }));
    const allocate = vi.spyOn(memory, 'allocate');
    reader.resize(shape);
    const blocks = allocate.mock.calls.length;
    reader.close();
    for (let failing = 0; failing < blocks; failing++) {
      allocate.mockClear();
      allocate.mockImplementation((bytes) => {
        if (allocate.mock.calls.length > failing) throw new RangeError('The memory is full.');
        return KernelMemory.prototype.allocate.call(memory, bytes);
      });
      expect(() => reader.resize(shape)).toThrow('The memory is full.');
      expect(memory.usedBytes).toBe(used);
    }
    expect(blocks).toBeGreaterThan(5);
  });
});
