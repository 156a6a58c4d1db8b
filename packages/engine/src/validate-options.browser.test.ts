import { describe, expect, it } from 'vitest';
import type { LiveOptions, ProcessorOptions } from './options';
import { validateLiveOptions, validateOptions } from './validate-options';

/** Options as JavaScript may pass them. */
const validating = (options: unknown): (() => void) => {
  return () => validateOptions(options as ProcessorOptions);
};

describe('validateOptions', () => {
  it('takes every kind of background', () => {
    const backgrounds = [
      { type: 'none' },
      { type: 'blur' },
      { type: 'blur', strength: 0 },
      { type: 'color', color: '#12AbEf' },
      { type: 'image', image: '/room.jpg', fit: 'contain' },
      { type: 'image', image: new Blob([]) },
    ];
    for (const background of backgrounds) expect(validating({ background })).not.toThrow();
  });

  it.each([
    [
      { background: { type: 'blur', strength: -3 } },
      /strength must be a number from 0 to 1, got -3/,
    ],
    [{ background: { type: 'blur', strength: NaN } }, /strength must be .*got NaN/],
    [{ background: { type: 'color' } }, /color must be a colour written #rrggbb, got null/],
    [{ background: { type: 'color', color: 'red' } }, /#rrggbb, got 'red'/],
    [{ background: { type: 'image' } }, /image must be an address.*got undefined/],
    [
      { background: { type: 'image', image: 'a.png', fit: 'fill' } },
      /'cover', 'contain' or 'stretch', got 'fill'/,
    ],
    [
      { background: { type: 'video' } },
      /type must be 'none', 'blur', 'color' or 'image', got 'video'/,
    ],
    [{ background: null }, /background must be an object, got null/],
    [{ model: 'huge' }, /options\.model must be 'auto', 'landscape' or 'general', got 'huge'/],
    [{ segmenter: 'bodypix' }, /segmenter must be 'selfie' or what bodypix\(\) makes, got 'body/],
    [{ segmenter: null }, /options\.segmenter must be .*got null/],
    [{ segmenter: { name: 'mine', key: '' } }, /options\.segmenter must be .*got \[object/],
    [{ path: 'webgl' }, /options\.path/],
    [{ holdingColor: 7 }, /options\.holdingColor/],
    [null, /options must be an object, got null/],
    [[], /options must be an object/],
    [{ assetsUrl: 5 }, /assetsUrl must be the address of a folder, got 5/],
    [{ assetsUrl: 'http://[' }, /assetsUrl must be the address of a folder/],
  ])('refuses %j with what is wrong and what is right', (options, message) => {
    expect(validating(options)).toThrow(TypeError);
    expect(validating(options)).toThrow(message);
  });

  it('takes either kind of segmenter', () => {
    const input = { scale: 0.5, step: 16, plus: 1 } as const;
    const made = { name: 'mine', key: 'a', settings: {}, input, startWorker: () => new Worker('') };
    for (const segmenter of ['selfie', made]) expect(validating({ segmenter })).not.toThrow();
  });

  it('refuses a bitmap that is closed', async () => {
    const image = await createImageBitmap(new ImageData(2, 2));
    image.close();
    expect(validating({ background: { type: 'image', image } })).toThrow(/not closed/);
  });

  it('refuses to change what cannot change in a running processor', () => {
    const options = { path: 'canvas' } as unknown as LiveOptions;
    expect(() => validateLiveOptions(options)).toThrow(/options\.path cannot change/);
  });
});
