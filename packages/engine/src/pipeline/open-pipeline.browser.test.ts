import { describe, expect, it, vi } from 'vitest';
import { assetUrls } from '../assets/asset-urls';
import { ModelLoadError } from '../errors';
import { openPipeline } from './open-pipeline';

const RIGHT = assetUrls();
const WEB_PAGE = URL.createObjectURL(new Blob(['<!doctype html><p>This host knows no 404.</p>']));
const terms = {
  inTurn: <T>(step: () => Promise<T>) => step(),
  report: vi.fn(),
  onSegmenterLost: vi.fn(),
};

const opening = (assets: Partial<typeof RIGHT>): Promise<unknown> =>
  openPipeline(
    {
      assets: { ...RIGHT, ...assets },
      segmenter: { type: 'selfie', model: 'landscape' },
      size: { width: 640, height: 360 },
    },
    terms,
  );

describe('openPipeline', () => {
  it('opens on what the engine comes with', async () => {
    await expect(opening({})).resolves.toMatchObject({ pipeline: {}, relaxedSimd: true });
  });

  it('fetches no model where another segmenter comes first, and one once it is asked for', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch');
    const size = { width: 640, height: 360 };
    const setup = { assets: RIGHT, segmenter: undefined, size };
    const { segmenters } = await openPipeline(setup, terms);
    const addresses = (): unknown[] => fetched.mock.calls.map(([url]) => url);
    expect(addresses()).toEqual([RIGHT.relaxedKernels]);
    for (let turn = 0; turn < 2; turn++) {
      (await segmenters.make({ type: 'selfie', model: 'auto' }, size)).close();
    }
    expect(addresses()).toEqual([RIGHT.relaxedKernels, RIGHT.landscape]);
    fetched.mockRestore();
  });

  it('asks again for a model that could not be had', async () => {
    const size = { width: 640, height: 360 };
    const setup = { assets: RIGHT, segmenter: undefined, size };
    const { segmenters } = await openPipeline(setup, terms);
    vi.spyOn(globalThis, 'fetch').mockRejectedValueOnce(new TypeError('offline'));
    const use = { type: 'selfie', model: 'auto' } as const;
    await expect(segmenters.make(use, size)).rejects.toBeInstanceOf(ModelLoadError);
    await expect(segmenters.make(use, size)).resolves.toBeTruthy();
    vi.restoreAllMocks();
  });

  it.each([
    ['a model that is missing', { landscape: '/nowhere/a.tflite' }, /a\.tflite.*404.*assetsUrl/],
    ['a web page for a model', { landscape: WEB_PAGE }, /blob:.* is no model.*assetsUrl/],
    [
      'a web page for the kernels',
      { relaxedKernels: WEB_PAGE, kernels: WEB_PAGE },
      /blob:.* is no WebAssembly module.*assetsUrl/,
    ],
    ['kernels for a model', { landscape: RIGHT.kernels }, /kernels.* is no model/],
  ])('refuses %s, with its address and what to do', async (_, assets, message) => {
    await expect(opening(assets)).rejects.toBeInstanceOf(ModelLoadError);
    await expect(opening(assets)).rejects.toThrow(message);
  });
});
