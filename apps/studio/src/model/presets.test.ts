import { describe, expect, it } from 'vitest';
import { DEFAULT_MODEL, PRESETS, type ModelSettings } from './model-values';
import { hidesFacesOnly, modelOf } from './presets';

const MINE: ModelSettings = {
  ...DEFAULT_MODEL,
  preset: 'custom',
  segmenter: 'bodypix',
  outputStride: 8,
  parts: 'hide-faces',
};

describe('a preset', () => {
  it('is its own model, whatever stands in the controls that it hides', () => {
    const models = PRESETS.filter((preset) => preset !== 'custom').map((preset) => {
      const model = modelOf({ ...MINE, preset });
      expect(model).toEqual(modelOf({ ...DEFAULT_MODEL, preset }));
      return JSON.stringify(model);
    });
    expect(new Set(models).size).toBe(3);
  });

  it('leaves the choice to the visitor where it is custom', () => {
    expect(modelOf(MINE)).toEqual(MINE);
  });

  it('never tells people and parts apart at once, as BodyPix cannot', () => {
    const model = modelOf({ ...MINE, people: 'largest' });
    expect([model.people, model.parts]).toEqual(['largest', 'person']);
  });
});

it('the room is seen where faces alone are hidden, and only while that is in force', () => {
  expect(hidesFacesOnly(MINE)).toBe(true);
  const others = [
    { preset: 'best' },
    { segmenter: 'selfie' },
    { parts: 'keep-hands' },
    { people: 'largest' },
  ] as const;
  for (const other of others) expect(hidesFacesOnly({ ...MINE, ...other })).toBe(false);
});
