import { describe, expect, it } from 'vitest';
import { bodypix } from './bodypix';
import type { BodypixSettings } from './bodypix-settings';

const wrong = (settings: unknown) => () => bodypix(settings as BodypixSettings);

describe('BodyPix’ settings', () => {
  it.each<[string, unknown, string]>([
    ['settings', null, 'settings must be an object, got null.'],
    [
      'settings.architecture',
      { architecture: 'VGG' },
      "must be 'MobileNetV1' or 'ResNet50', got 'VGG'",
    ],
    [
      'settings.outputStride',
      { outputStride: 12 },
      'must be 8 or 16 with the architecture MobileNetV1, got 12',
    ],
    ['settings.outputStride', { outputStride: '16' }, "got '16'"],
    ['settings.multiplier', { multiplier: 0.6 }, 'must be 0.5, 0.75 or 1, got 0.6'],
    ['settings.quantBytes', { quantBytes: 3 }, 'must be 1, 2 or 4, got 3'],
    ['settings.modelUrl', { modelUrl: 7 }, 'must be the address of a model.json, got 7'],
    ['settings.assetsUrl', { assetsUrl: {} }, 'must be the address of a folder'],
    [
      'settings.internalResolution',
      { internalResolution: 'huge' },
      "'full' or a number from 0.1 to 1, got 'huge'",
    ],
    ['settings.internalResolution', { internalResolution: 1.5 }, 'got 1.5'],
    ['settings.internalResolution', { internalResolution: NaN }, 'got NaN'],
    [
      'settings.segmentationThreshold',
      { segmentationThreshold: 0 },
      'must be a number above 0 and below 1, got 0',
    ],
    ['settings.segmentationThreshold', { segmentationThreshold: 1 }, 'got 1'],
    [
      'settings.people',
      { people: 'nearest' },
      "must be 'all', 'largest' or 'nearest-to-middle', got 'nearest'",
    ],
    ['settings.parts', { parts: 'face' }, 'must be an object'],
    ['settings.parts', { parts: {} }, 'must be either { keep: [...] } or { hide: [...] }'],
    ['settings.parts', { parts: { keep: ['left_hand'], hide: ['left_face'] } }, 'must be either'],
    [
      'settings.parts.hide',
      { parts: { hide: [] } },
      'must be a list of one or more names of parts',
    ],
    [
      'settings.parts.keep[1]',
      { parts: { keep: ['left_hand', 'hand'] } },
      'must be one of left_face, right_face',
    ],
    ['settings.runtime', { runtime: 'onnx' }, "must be 'auto', 'own' or 'tfjs', got 'onnx'"],
    [
      'settings.backend',
      { backend: 'cpu' },
      "must be 'auto', 'wasm', 'webgl' or 'webgpu', got 'cpu'",
    ],
  ])('are checked one by one: %s of %j', (where, settings, message) => {
    expect(wrong(settings)).toThrow(TypeError);
    expect(wrong(settings)).toThrow(where);
    expect(wrong(settings)).toThrow(message);
  });

  it.each<[string, unknown]>([
    ['settings.multiplier', { architecture: 'ResNet50', multiplier: 0.75 }],
    ['settings.outputStride', { architecture: 'ResNet50', outputStride: 8 }],
    ['settings.outputStride', { outputStride: 32 }],
    ['settings.architecture', { architecture: 'ResNet50', runtime: 'own' }],
    ['settings.people', { people: 'largest', runtime: 'own' }],
    ['settings.backend', { backend: 'webgl', runtime: 'own' }],
    ['settings.parts', { people: 'all', parts: { keep: ['left_hand'] } }],
  ])('are checked together: %s of %j', (where, settings) => {
    expect(wrong(settings)).toThrow(TypeError);
    expect(wrong(settings)).toThrow(`${where} must be `);
  });
});

const settingsOf = (settings: BodypixSettings) => bodypix(settings).settings;

describe('what bodypix() makes', () => {
  it('finds the weights beside the page, under the publisher’s own names', () => {
    const modelUrl = (settings: BodypixSettings) =>
      (settingsOf(settings) as { modelUrl: string }).modelUrl.replace(
        new URL('.', document.baseURI).href,
        '',
      );
    const models = 'models/bodypix';
    expect(modelUrl({})).toBe(`${models}/mobilenet/quant2/075/model-stride16.json`);
    expect(modelUrl({ multiplier: 0.5, outputStride: 8, quantBytes: 1 })).toBe(
      `${models}/mobilenet/quant1/050/model-stride8.json`,
    );
    expect(modelUrl({ multiplier: 1, quantBytes: 4 })).toBe(
      `${models}/mobilenet/float/100/model-stride16.json`,
    );
    expect(modelUrl({ architecture: 'ResNet50', outputStride: 32 })).toBe(
      `${models}/resnet50/quant2/model-stride32.json`,
    );
  });

  it('finds weights and TensorFlow.js’ files below assetsUrl, with or without a slash', () => {
    for (const assetsUrl of ['/served', '/served/', new URL('/served', location.href)]) {
      expect(settingsOf({ assetsUrl })).toMatchObject({
        modelUrl: `${location.origin}/served/models/bodypix/mobilenet/quant2/075/model-stride16.json`,
        tfjsUrl: `${location.origin}/served/models/tfjs/`,
        kernels: { plain: `${location.origin}/served/kernels.wasm` },
      });
    }
  });

  it.each<[BodypixSettings, string]>([
    [{}, 'own'],
    [{ parts: { keep: ['left_hand'] } }, 'own'],
    [{ people: 'all' }, 'tfjs'],
    [{ architecture: 'ResNet50' }, 'tfjs'],
    [{ backend: 'wasm' }, 'tfjs'],
    [{ runtime: 'tfjs' }, 'tfjs'],
    [{ runtime: 'own', backend: 'auto' }, 'own'],
  ])('of %j runs on %s', (settings, runtime) => {
    expect(settingsOf(settings)).toMatchObject({ runtime });
  });

  it('says how large a picture the model is to see', () => {
    expect(bodypix().input).toEqual({ scale: 0.5, step: 16, plus: 1 });
    const fine = bodypix({ internalResolution: 'high', outputStride: 8 });
    expect(fine.input).toEqual({ scale: 0.75, step: 8, plus: 1 });
    expect(bodypix({ internalResolution: 0.4 }).input.scale).toBe(0.4);
  });

  it('shares its worker with what differs only in what can change live', () => {
    const { key } = bodypix();
    expect(bodypix({ internalResolution: 'low' }).key).toBe(key);
    expect(bodypix({ segmentationThreshold: 0.4 }).key).toBe(key);
    expect(bodypix({ parts: { hide: ['left_face'] } }).key).toBe(key);
    const others: BodypixSettings[] = [
      { outputStride: 8 },
      { multiplier: 0.5 },
      { quantBytes: 4 },
      { modelUrl: '/elsewhere/model.json' },
      { architecture: 'ResNet50' },
      { runtime: 'tfjs' },
      { backend: 'wasm' },
      { people: 'largest' },
    ];
    const keys = others.map((settings) => bodypix(settings).key);
    expect(keys).not.toContain(key);
    // `people` is one more thing that TensorFlow.js can do, not another worker.
    expect(new Set(keys).size).toBe(others.length - 1);
    expect(bodypix({ people: 'all' }).key).toBe(bodypix({ runtime: 'tfjs' }).key);
  });

  it('can be sent to a worker', () => {
    const { settings } = bodypix({ parts: { keep: ['left_hand'] } });
    expect(structuredClone(settings)).toEqual(settings);
  });
});
