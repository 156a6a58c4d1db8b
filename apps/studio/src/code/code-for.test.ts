import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import { FITS, PICTURES, type BackgroundName } from '@cyclorama/background-picker';
import {
  INTERNAL_RESOLUTIONS,
  MULTIPLIERS,
  PARTS,
  PEOPLE,
  PRESETS,
  RUNTIMES,
  STRIDES,
} from '../model/model-values';
import { DEFAULT_SETTINGS, type Settings } from '../settings/settings';
import type { SourceKind } from '../sources/source';
import { typeErrors } from '../testing/type-errors';
import { codeFor } from './code-for';

const BACKGROUNDS: readonly BackgroundName[] = [...PICTURES, 'own', 'blur', 'color', 'none'];
const SOURCES: readonly SourceKind[] = ['sample', 'camera', 'screen', 'movie'];

/** Columns that the dialog shows without scrolling. */
const WIDTH = 76;

/** With the model that the engine takes by itself, where nothing else is said. */
const settings = (changed: Partial<Settings>): Settings => ({
  ...DEFAULT_SETTINGS,
  preset: 'custom',
  ...changed,
});

const VARIANTS: readonly Partial<Settings>[] = [
  {},
  ...FITS.map((fit) => ({ fit })),
  { strength: 0.35, color: '#ff8800', resolution: 360, rate: 60 },
  { path: 'canvas', view: 'mask', resolution: 1080 },
  ...PRESETS.map((preset) => ({ preset })),
];

const OWN_BODYPIX = { preset: 'custom', segmenter: 'bodypix' } as const;

/** Every value of every setting of BodyPix, and all of them at once. */
const BODYPIX: readonly Partial<Settings>[] = [
  {},
  ...MULTIPLIERS.map((multiplier) => ({ multiplier })),
  ...STRIDES.map((outputStride) => ({ outputStride })),
  ...INTERNAL_RESOLUTIONS.map((internalResolution) => ({ internalResolution })),
  ...PEOPLE.map((people) => ({ people })),
  ...PARTS.map((parts) => ({ parts })),
  ...RUNTIMES.map((runtime) => ({ runtime })),
  {
    multiplier: 0.5,
    outputStride: 8,
    internalResolution: 'high',
    segmentationThreshold: 0.35,
    parts: 'keep-hands',
    runtime: 'tfjs',
  },
];

const BODYPIX_CODES = BODYPIX.map((variant) =>
  codeFor(settings({ ...OWN_BODYPIX, ...variant }), 'camera'),
);

const ALL = SOURCES.flatMap((source) =>
  BACKGROUNDS.flatMap((background) =>
    VARIANTS.map((variant) => codeFor(settings({ ...variant, background }), source)),
  ),
).concat(BODYPIX_CODES);

const EXAMPLE = `import { BackgroundProcessor } from 'cyclorama';

const video = { width: 1920, height: 1080, frameRate: 24 };
const stream = await navigator.mediaDevices.getUserMedia({ video });
const processor = new BackgroundProcessor({
  background: { type: 'blur', strength: 0.7 },
});
processor.on('error', ({ message }) => console.warn(message));

// Into a call: peerConnection.addTrack(track). Or onto your page:
const track = await processor.start(stream);
const shown = document.querySelector('video');
if (shown) shown.srcObject = new MediaStream([track]);
`;

/** Lines with something on them. */
const linesOf = (code: string): string[] => code.split('\n').filter((line) => line !== '');

describe('codeFor', () => {
  it('says in a few lines what is set', () => {
    const set = settings({ background: 'blur', strength: 0.7, resolution: 1080, rate: 24 });
    expect(codeFor(set, 'camera')).toBe(EXAMPLE);
  });

  it('opens a camera where the page plays the sample or a movie, and says so', () => {
    const cameraCode = codeFor(settings({}), 'camera');
    for (const source of ['sample', 'movie'] as const) {
      const note = `// In place of the ${source}, your camera:\n`;
      expect(codeFor(settings({}), source)).toBe(cameraCode.replace('const video', `${note}$&`));
    }
  });

  it('is of twelve lines at most, but for model, view and path, and none is cut off', () => {
    const isExtra = (line: string): boolean =>
      /bodypix|^ {2}(model|view|path):|^ {4}|^ {2}}/.test(line);
    for (const code of ALL) {
      const extras = linesOf(code).filter(isExtra);
      expect(linesOf(code).length - extras.length, code).toBeLessThanOrEqual(12);
      for (const line of linesOf(code)) expect(line.length, line).toBeLessThanOrEqual(WIDTH);
    }
  });

  it('leaves out what the engine does by itself', () => {
    const optionsOf = (changed: Partial<Settings>): string | undefined =>
      /BackgroundProcessor\(\{\s*(.*?),\s*\}\)/s.exec(codeFor(settings(changed), 'screen'))?.[1];
    expect(optionsOf({ background: 'blur' })).toBe("background: { type: 'blur' }");
    expect(optionsOf({ background: 'own' })).toBe(
      "background: { type: 'image', image: 'your-picture.jpg' }",
    );
    expect(optionsOf({ background: 'none', path: 'canvas', view: 'mask' })).toBe(
      "background: { type: 'none' },\n  view: 'matte',\n  path: 'canvas'",
    );
  });

  it('says which model finds the person, and of its settings those that BodyPix would not have', () => {
    const modelIn = (changed: Partial<Settings>): string[] =>
      codeFor(settings(changed), 'screen').match(
        /\bbodypix .*|(model|segmenter): [^;]*?(?=,\n)/g,
      ) ?? [];
    expect(modelIn({ preset: 'fast', segmenter: 'bodypix' })).toEqual(["model: 'landscape'"]);
    expect(modelIn({ preset: 'best' }).at(-1)).toBe('segmenter: bodypix({ multiplier: 0.5 })');
    expect(modelIn({})).toEqual([]);
    expect(modelIn(OWN_BODYPIX)).toEqual([
      "bodypix } from 'cyclorama/bodypix';",
      'segmenter: bodypix()',
    ]);
    expect(modelIn({ ...OWN_BODYPIX, parts: 'hide-faces' }).at(-1)).toBe(
      "segmenter: bodypix({ parts: { hide: ['left_face', 'right_face'] } })",
    );
    expect(modelIn({ ...OWN_BODYPIX, people: 'largest', parts: 'hide-faces' }).at(-1)).toBe(
      "segmenter: bodypix({ people: 'largest' })",
    );
  });

  it('passes the type-checker for every source, background and value', () => {
    expect(typeErrors(ALL)).toEqual([]);
  }, 60_000);

  it('would not pass with a wrong option', () => {
    const code = codeFor(settings({ background: 'blur' }), 'camera');
    const wrong = code.replace("type: 'blur'", "type: 'blur', radius: 3");
    expect(typeErrors([wrong]).join()).toContain('radius');
    const people = codeFor(settings({ ...OWN_BODYPIX, people: 'largest' }), 'camera');
    expect(typeErrors([people.replace('largest', 'tallest')]).join()).toContain('tallest');
  }, 60_000);

  it('is formatted as this repository is, but narrower', async () => {
    const style = { parser: 'typescript', singleQuote: true, printWidth: WIDTH };
    for (const code of new Set(ALL)) expect(await format(code, style)).toBe(code);
  });
});
