import { describe, expect, it } from 'vitest';
import type { Person } from '../../people/gather';
import { focusOf, type FocusWish } from './focus';
import { tilesOf } from './tiles';

const person = (participantId: string, isYou = false): Person => ({
  ...{ participantId, name: participantId, role: 'guest', isYou, attendeeId: `a-${participantId}` },
});
const PEOPLE = [person('ada', true), person('ben'), person('cem')];
const tiles = tilesOf(PEOPLE, { cameras: { 'a-ben': 2 }, contents: {} });
const shared = tilesOf(PEOPLE, {
  cameras: {},
  contents: { 7: 'a-cem#content', 8: 'gone#content' },
});
const wish = (fields: Partial<FocusWish> = {}): FocusWish => ({
  ...{ arrangement: 'auto', pinned: undefined, speaker: undefined },
  ...fields,
});

describe('the stage', () => {
  it('shows what is shared by somebody who is there, and everybody, seen or not', () => {
    expect(shared.map(({ kind, person: { name }, tileId }) => [kind, name, tileId])).toEqual([
      ['content', 'cem', 7],
      ['camera', 'ada', undefined],
      ['camera', 'ben', undefined],
      ['camera', 'cem', undefined],
    ]);
    expect(tiles.map(({ tileId }) => tileId)).toEqual([undefined, 2, undefined]);
  });
});

describe('what is large', () => {
  it('is nobody, until something is shared', () => {
    expect(focusOf(tiles, wish())).toBeUndefined();
    expect(focusOf(shared, wish())).toMatchObject({ kind: 'content', person: { name: 'cem' } });
    expect(focusOf(shared, wish({ arrangement: 'grid' }))).toBeUndefined();
  });

  it('is whoever speaks, where that is wished, or somebody else than oneself', () => {
    const focus = wish({ arrangement: 'focus' });
    expect(focusOf(tiles, { ...focus, speaker: 'a-cem' })?.key).toBe('cem');
    expect(focusOf(tiles, focus)?.key).toBe('ben');
    expect(focusOf(tiles, { ...focus, speaker: 'a-ada' })?.key).toBe('ben');
    expect(focusOf(tiles.slice(0, 1), focus)?.key).toBe('ada');
  });

  it('is whom one has pinned, as long as they are there', () => {
    expect(focusOf(shared, wish({ arrangement: 'grid', pinned: 'ben' }))?.key).toBe('ben');
    expect(focusOf(tiles, wish({ pinned: 'gone' }))).toBeUndefined();
  });
});
