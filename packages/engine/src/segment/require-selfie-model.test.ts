import { loadPlan, wasmBackend, type Session } from '@cyclorama/inference';
import { loadKernels } from '@cyclorama/testing/node';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { describe, expect, it, vi } from 'vitest';
import { ModelLoadError } from '../errors';
import { requireSelfieModel } from './require-selfie-model';

type Sizes = Session['inputShape'];

function sessionOf(inputShape: Sizes, outputShape: Sizes): Session {
  const values = () => new Float32Array();
  return { inputShape, outputShape, input: values, output: values, run: vi.fn(), close: vi.fn() };
}

describe('a model that is loaded', () => {
  it.each(['selfie_segmentation_landscape', 'selfie_segmentation'])(
    'is taken: %s',
    async (file) => {
      const require = createRequire(import.meta.url);
      const path = require.resolve(`@mediapipe/selfie_segmentation/${file}.tflite`);
      const plan = loadPlan(new Uint8Array(await readFile(path)));
      const session = wasmBackend(await loadKernels()).prepare(plan);
      expect(requireSelfieModel(session, 'landscape')).toBe(session);
    },
  );

  it.each<[string, Sizes, Sizes]>([
    ['takes pictures of one channel', [1, 144, 256, 1], [1, 144, 256, 1]],
    ['finds several classes', [1, 256, 256, 3], [1, 256, 256, 6]],
    ['gives a smaller mask', [1, 256, 256, 3], [1, 128, 128, 1]],
    ['gives its mask turned', [1, 144, 256, 3], [1, 256, 144, 1]],
    ['classifies', [1, 224, 224, 3], [1, 1, 1, 1]],
    ['is of an odd width', [1, 144, 250, 3], [1, 144, 250, 1]],
    ['is of an odd height', [1, 150, 256, 3], [1, 150, 256, 1]],
  ])('is refused and closed when it %s', (_, input, output) => {
    const session = sessionOf(input, output);
    const check = () => requireSelfieModel(session, 'general');
    expect(check).toThrow(ModelLoadError);
    expect(check).toThrow(`The model general makes [${output.join()}] of [${input.join()}]`);
    expect(session.close).toHaveBeenCalled();
  });
});
