import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from './settings';
import { isLink, linkTo, readLink, settingsOnArrival } from './settings-link';

const PAGE = 'https://example.org/studio/?a=1#old';
const settings = (changed: Partial<Settings>): Settings => ({ ...DEFAULT_SETTINGS, ...changed });
const hashOf = (changed: Partial<Settings>): string =>
  new URL(linkTo(settings(changed), PAGE)).hash;

describe('a link', () => {
  it('carries what differs from the defaults, behind the page’s own address', () => {
    const link = linkTo(settings({ background: 'blur', strength: 0.7, view: 'result' }), PAGE);
    expect(link).toBe('https://example.org/studio/?a=1#background=blur&strength=0.7&view=result');
  });

  it('says one thing even where nothing differs, so that it wins over the reader’s memory', () => {
    const memory = settings({ background: 'none', view: 'mask' });
    expect(settingsOnArrival(memory, hashOf({}))).toEqual(DEFAULT_SETTINGS);
  });

  it('never tells the camera’s id nor the own picture', () => {
    expect(hashOf({ camera: 'secret', rate: 60 })).toBe('#rate=60');
    expect(hashOf({ background: 'own', rate: 60 })).toBe('#rate=60');
    expect(readLink('#camera=secret&background=own')).toEqual({});
  });

  it('names a preset, and of the model’s settings only those that are in force', () => {
    const mine = { segmenter: 'bodypix', outputStride: 8, people: 'largest' } as const;
    expect(hashOf({ preset: 'best', ...mine })).toBe('#preset=best');
    const link = '#preset=custom&segmenter=bodypix&outputStride=8&people=largest';
    expect(hashOf({ preset: 'custom', ...mine })).toBe(link);
    expect(readLink(link)).toEqual({ preset: 'custom', ...mine });
  });

  it('is read leniently', () => {
    expect(readLink('#background=blur&strength=9&colour=red&view=mask&&x')).toEqual({
      background: 'blur',
      view: 'mask',
    });
    expect(readLink('#color=%23FF8800')).toEqual({ color: '#ff8800' });
  });

  it('wins over memory as a whole, the private camera aside', () => {
    const memory = settings({ background: 'none', camera: 'mine', divider: 80 });
    expect(settingsOnArrival(memory, '#view=result')).toEqual(
      settings({ view: 'result', camera: 'mine' }),
    );
  });

  it('leaves memory in force where it says nothing', () => {
    const memory = settings({ background: 'none' });
    for (const hash of ['', '#', '#figures', '#view=none']) {
      expect(isLink(hash)).toBe(false);
      expect(settingsOnArrival(memory, hash)).toBe(memory);
    }
  });
});
