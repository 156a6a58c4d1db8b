import { samplePerson, type SamplePerson } from '@cyclorama/testing/browser';
import { beforeAll, describe, expect, it } from 'vitest';
import { ModelLoadError } from '../errors';
import { iouOf, painted } from '../testing/picture-kinds';
import { bodypix } from './bodypix';
import type { BodypixSettings } from './bodypix-settings';
import { drive, NO_WEIGHTS, RUNTIMES, TFJS, withWeights } from './testing/drive';
import { areaOf, largestDifference, middleOf } from './testing/mask-figures';

const hasWebgl = new OffscreenCanvas(1, 1).getContext('webgl2') !== null;
const hasWebgpu = 'gpu' in navigator && (await navigator.gpu.requestAdapter()) !== null;

describe.skipIf(!__SHARED_DATA__)(`BodyPix${NO_WEIGHTS}`, { timeout: 20_000 }, () => {
  let person: SamplePerson;
  beforeAll(async () => {
    person = await samplePerson();
  });

  it.each(['own', 'tfjs'] as const)('finds the person on the runtime %s', async (runtime) => {
    const driven = await drive(RUNTIMES[runtime]);
    expect(driven.backend).toBe(runtime === 'own' ? 'wasm' : 'tfjs-wasm');
    const mask = await driven.maskOf(person.picture);
    expect([mask.width, mask.height]).toEqual([256, 144]);
    expect(mask.values.every((value) => value >= 0 && value <= 1)).toBe(true);
    expect(iouOf(mask, person.matte)).toBeGreaterThan(0.93);
  });

  it.each<[string, BodypixSettings]>([
    ['as it comes', {}],
    ['stride 8', { outputStride: 8, internalResolution: 'low' }],
    ['multiplier 0.5', { multiplier: 0.5, internalResolution: 0.4, segmentationThreshold: 0.5 }],
    ['parts to keep', { parts: { keep: ['torso_front', 'left_hand'] } }],
    ['parts to hide', { parts: { hide: ['left_face', 'right_face'] } }],
  ])('gives the same mask on both runtimes: %s', async (_, settings) => {
    const [own, tfjs] = await Promise.all([
      drive({ ...settings, ...RUNTIMES.own }),
      drive({ ...settings, ...RUNTIMES.tfjs }),
    ]);
    const [one, other] = [await own.maskOf(person.picture), await tfjs.maskOf(person.picture)];
    expect(one.values.some((value) => value > 0.6)).toBe(true);
    expect(one.values.some((value) => value < 0.4)).toBe(true);
    const worst = largestDifference(one, other);
    console.info(`own and tfjs, ${_}: largest difference ${worst.toExponential(2)}`);
    expect(worst).toBeLessThan(2e-3);
  });

  it.each(['own', 'tfjs'] as const)('changes live on the runtime %s', async (runtime) => {
    const driven = await drive(RUNTIMES[runtime]);
    const change = (settings: BodypixSettings) =>
      driven.change(bodypix(withWeights({ ...settings, ...RUNTIMES[runtime] })));
    const whole = await driven.maskOf(person.picture);
    await change({ segmentationThreshold: 0.2 });
    expect(areaOf(await driven.maskOf(person.picture))).toBeGreaterThan(areaOf(whole));
    await change({ internalResolution: 'low' });
    expect(largestDifference(await driven.maskOf(person.picture), whole)).toBeGreaterThan(0.1);
    await change({ parts: { keep: ['left_face', 'right_face'] } });
    expect(areaOf(await driven.maskOf(person.picture))).toBeLessThan(areaOf(whole) / 2);
    await change({});
    expect(largestDifference(await driven.maskOf(person.picture), whole)).toBe(0);
  });

  it('keeps and hides the face where it is', async () => {
    const driven = await drive({ parts: { keep: ['left_face', 'right_face'] } });
    const kept = await driven.maskOf(person.picture);
    const face = middleOf(kept);
    const whole = await (await drive({})).maskOf(person.picture);
    expect(face.y).toBeLessThan(middleOf(whole).y - 15);
    await driven.change(bodypix(withWeights({ parts: { hide: ['left_face', 'right_face'] } })));
    const hidden = await driven.maskOf(person.picture);
    hidden.values.forEach((value, at) =>
      expect(value).toBeCloseTo(1 - (kept.values[at] ?? NaN), 5),
    );
  });

  it('takes frames of every shape', async () => {
    const driven = await drive({ internalResolution: 'low' });
    for (const [width, height] of [
      [90, 160],
      [64, 64],
      [333, 251],
      [640, 90],
      [2, 2],
    ] as const) {
      const mask = await driven.maskOf(painted(person.picture, width, height));
      expect(mask.values.every((value) => value >= 0 && value <= 1)).toBe(true);
      expect(Math.max(mask.width, mask.height)).toBe(256);
    }
  });

  it('hands on what is no number', async () => {
    const driven = await drive({});
    const mask = await driven.maskOfNaN();
    expect(mask.values.every(Number.isNaN)).toBe(true);
  });

  it('holds as much after fifty pictures as after one', async () => {
    const driven = await drive(TFJS);
    const settings: BodypixSettings[] = [{}, { people: 'all' }, { parts: { keep: ['left_hand'] } }];
    const each = async () => {
      for (const one of settings) {
        await driven.change(bodypix(withWeights({ ...one, ...TFJS, internalResolution: 0.15 })));
        await driven.maskOf(person.picture);
      }
    };
    await each();
    const before = await driven.tensors();
    for (let time = 0; time < 17; time++) await each();
    expect(await driven.tensors()).toBe(before);
    expect(before).toBeGreaterThan(50);
  });

  it('tells of weights that are not there by their address and what to do', async () => {
    const modelUrl = '/models/bodypix/mobilenet/quant2/075/model-stride99.json';
    for (const runtime of Object.values(RUNTIMES)) {
      const opening = drive({ ...runtime, modelUrl });
      await expect(opening).rejects.toBeInstanceOf(ModelLoadError);
      await expect(opening).rejects.toThrow(
        /model-stride99\.json cannot be fetched.*npm run models/,
      );
    }
  });

  it('tells where TensorFlow.js’ .wasm files should be', async () => {
    const opening = drive({ ...TFJS, assetsUrl: '/nowhere/' });
    await expect(opening).rejects.toBeInstanceOf(ModelLoadError);
    await expect(opening).rejects.toThrow(/wasm.*\/nowhere\/models\/tfjs\/.*npm run models/);
  });

  it('chooses a backend that works, by itself', async () => {
    const driven = await drive({ ...TFJS, backend: 'auto', internalResolution: 'low' });
    expect(driven.backend).toMatch(/^tfjs-(wasm|webgl|webgpu)$/);
    expect(iouOf(await driven.maskOf(person.picture), person.matte)).toBeGreaterThan(0.85);
  });

  it.skipIf(!hasWebgl)(
    `gives the same on WebGL, and holds no more${hasWebgl ? '' : ' (skipped: no WebGL 2 here)'}`,
    async () => {
      const small = { ...TFJS, internalResolution: 0.2 } as const;
      const [wasm, webgl] = await Promise.all([
        drive(small),
        drive({ ...small, backend: 'webgl' }),
      ]);
      expect(webgl.backend).toBe('tfjs-webgl');
      for (const settings of [{}, { people: 'all' }] as const) {
        await wasm.change(bodypix(withWeights({ ...small, ...settings })));
        await webgl.change(bodypix(withWeights({ ...small, ...settings, backend: 'webgl' })));
        const one = await wasm.maskOf(person.picture);
        const other = await webgl.maskOf(person.picture);
        // Whose a pixel is at the edge, a GPU may round otherwise.
        const unlike = one.values.filter((value, at) => {
          return Math.abs(value - (other.values[at] ?? NaN)) > 2e-3;
        });
        expect(unlike.length / one.values.length).toBeLessThan('people' in settings ? 0.05 : 1e-9);
      }
      const before = await webgl.tensors();
      for (let time = 0; time < 3; time++) await webgl.maskOf(person.picture);
      expect(await webgl.tensors()).toBe(before);
    },
  );

  it.skipIf(hasWebgpu)(
    `says which backend does not work here${hasWebgpu ? ' (skipped: WebGPU does)' : ''}`,
    async () => {
      const opening = drive({ ...TFJS, backend: 'webgpu' });
      await expect(opening).rejects.toThrow(/none of: webgpu\. Choose another settings\.backend/);
    },
  );
});
