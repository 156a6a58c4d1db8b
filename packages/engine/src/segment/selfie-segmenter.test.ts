import type { WasmSession } from '@cyclorama/inference';
import { loadKernels } from '@cyclorama/testing/node';
import { describe, expect, it, vi } from 'vitest';
import { colorModelOf, rgbToCodes, applyMatrix } from '../frame/color-model';
import { Planes } from '../frame/planes';
import { modelFor, SelfieSegmenter, type SelfieModel } from './selfie-segmenter';

const kernels = await loadKernels();
const HEIGHT = { landscape: 144, general: 256 } as const;
const COLOR = colorModelOf({});
const UPRIGHT = { rotation: 0, flip: false } as const;

/** A session that does nothing. */
function fakeSession(model: SelfieModel): WasmSession {
  const count = 256 * HEIGHT[model];
  const inputPointer = kernels.memory.allocate(count * 12);
  const outputPointer = kernels.memory.allocate(count * 4);
  const view = (pointer: number, length: number) =>
    new Float32Array(kernels.memory.memory.buffer, pointer, length);
  return {
    inputShape: [1, HEIGHT[model], 256, 3],
    outputShape: [1, HEIGHT[model], 256, 1],
    inputPointer,
    outputPointer,
    input: () => view(inputPointer, count * 3),
    output: () => view(outputPointer, count),
    run: vi.fn(),
    close: vi.fn(),
  };
}

function flatPlanes(width: number, height: number, rgb: [number, number, number]): Planes {
  const planes = new Planes(kernels, { width, height });
  const [y = 0, u = 0, v = 0] = applyMatrix(rgbToCodes(COLOR), rgb).map(Math.round);
  const { lumaBytes, chromaBytes } = planes.layout;
  planes.view().fill(y, 0, lumaBytes);
  planes.view().fill(u, lumaBytes, lumaBytes + chromaBytes);
  planes.view().fill(v, lumaBytes + chromaBytes);
  return planes;
}

describe('the choice of model', () => {
  it('is landscape from 4:3 on, and general for what is narrower', () => {
    const choose = (width: number, height: number) => modelFor('auto', { width, height });
    expect(choose(1280, 720)).toBe('landscape');
    expect(choose(640, 480)).toBe('landscape');
    expect(choose(480, 480)).toBe('general');
    expect(choose(720, 1280)).toBe('general');
  });

  it('is the caller’s when the caller chose', () => {
    expect(modelFor('general', { width: 1280, height: 720 })).toBe('general');
  });
});

describe('the selfie segmenter', () => {
  it('fills the model’s input with the frame’s colours, RGB 0..1', () => {
    const session = fakeSession('landscape');
    const segmenter = new SelfieSegmenter(kernels, 'landscape', {
      first: 'landscape',
      session,
      load: () => Promise.reject(new Error('not asked for')),
    });
    segmenter.resize({ width: 333, height: 251 }, UPRIGHT);
    segmenter.shrink(flatPlanes(333, 251, [200, 100, 50]), COLOR);
    const input = session.input();
    for (const at of [0, 3 * 255, 3 * 256 * 143, 3 * (256 * 144 - 1)]) {
      expect(Math.abs((input[at] ?? NaN) - 200 / 255)).toBeLessThan(0.01);
      expect(Math.abs((input[at + 1] ?? NaN) - 100 / 255)).toBeLessThan(0.01);
      expect(Math.abs((input[at + 2] ?? NaN) - 50 / 255)).toBeLessThan(0.01);
    }
    expect(segmenter.segment()).toMatchObject({ width: 256, height: 144 });
    expect(session.run).toHaveBeenCalledOnce();
    segmenter.close();
    expect(session.close).not.toHaveBeenCalled();
  });

  it('goes on with the model at hand until the wanted one is there', async () => {
    let arrive: (session: WasmSession) => void = () => undefined;
    const arrival = new Promise<WasmSession>((resolve) => (arrive = resolve));
    const load = vi.fn(() => arrival);
    const first = { first: 'landscape', session: fakeSession('landscape'), load } as const;
    const segmenter = new SelfieSegmenter(kernels, 'auto', first);
    const planes = flatPlanes(90, 160, [0, 0, 0]);
    segmenter.resize({ width: 90, height: 160 }, UPRIGHT);
    segmenter.shrink(planes, COLOR);
    expect(segmenter.segment().height).toBe(144);
    arrive(fakeSession('general'));
    await segmenter.ready({ width: 90, height: 160 });
    segmenter.shrink(planes, COLOR);
    expect(segmenter.segment().height).toBe(256);
    expect(segmenter.model).toBe('general');
    segmenter.resize({ width: 160, height: 90 }, UPRIGHT);
    expect(segmenter.model).toBe('landscape');
    expect(load).toHaveBeenCalledExactlyOnceWith('general');
  });

  it('stays with the model at hand when the other cannot be loaded', async () => {
    const load = vi.fn(() => Promise.reject(new Error('gone')));
    const first = { first: 'landscape', session: fakeSession('landscape'), load } as const;
    const segmenter = new SelfieSegmenter(kernels, 'auto', first);
    segmenter.resize({ width: 90, height: 160 }, UPRIGHT);
    await segmenter.ready({ width: 90, height: 160 });
    segmenter.shrink(flatPlanes(90, 160, [0, 0, 0]), COLOR);
    expect(segmenter.model).toBe('landscape');
  });

  for (const rotation of [90, 180, 270] as const) {
    it(`shows the model an upright picture of planes to be turned by ${rotation}`, () => {
      const session = fakeSession('landscape');
      const load = () => Promise.reject(new Error('not asked for'));
      const sessions = { first: 'landscape', session, load } as const;
      const segmenter = new SelfieSegmenter(kernels, 'landscape', sessions);
      // White in the planes' upper left corner, black elsewhere.
      const planes = flatPlanes(320, 192, [0, 0, 0]);
      for (let y = 0; y < 96; y++) planes.view().fill(235, y * 320, y * 320 + 160);
      segmenter.resize({ width: 320, height: 192 }, { rotation, flip: false });
      segmenter.shrink(planes, COLOR);
      const corner = { x: rotation === 270 ? 20 : 235, y: rotation === 90 ? 20 : 123 };
      const input = session.input();
      const at = (x: number, y: number) => input[(y * 256 + x) * 3] ?? NaN;
      expect(at(corner.x, corner.y)).toBeGreaterThan(0.9);
      expect(at(255 - corner.x, 143 - corner.y)).toBeLessThan(0.1);

      // The model finds the person exactly there; the mask has it back in the planes' corner.
      session.output().forEach((_, index, output) => {
        output[index] = at(index % 256, Math.floor(index / 256));
      });
      const mask = segmenter.segment();
      expect([mask.width, mask.height]).toEqual(rotation === 180 ? [256, 144] : [144, 256]);
      const count = mask.width * mask.height;
      const values = new Float32Array(kernels.memory.memory.buffer, mask.pointer, count);
      expect(values[0]).toBeGreaterThan(0.9);
      expect(values[mask.width - 1]).toBeLessThan(0.1);
      expect(values[count - 1]).toBeLessThan(0.1);
      expect(values[count - mask.width]).toBeLessThan(0.1);
    });
  }
});
