import { expect } from 'vitest';
import type { Color, Person } from './person';

export const RED: Color = [160, 48, 96];
export const GREEN: Color = [32, 160, 64];
export const BLUE: Color = [48, 80, 192];

/** The voices of the three, in Hz. */
export const VOICES = { a: 440, b: 880, c: 1320 } as const;
/** In dB of full scale, over which a voice is heard; these come in at about -40. */
const HEARD = -60;
const POLL = { timeout: 30_000, interval: 300 };

/** Until a person hears exactly these voices. */
export const hears = (person: Person, ...names: (keyof typeof VOICES)[]) =>
  expect
    .poll(async () => {
      const levels = await person.hear(Object.values(VOICES));
      return Object.keys(VOICES).filter((_, index) => (levels[index] ?? -999) > HEARD);
    }, POLL)
    .toEqual(names);

/** VP8 does not tell by which standard it holds colours, and large pictures are read by another. */
const TOLERANCE = 40;

/** Until a person sees somebody in a colour, as far as a codec keeps it. */
export const sees = (person: Person, id: string, expected: Color) =>
  expect
    .poll(async () => {
      const color = await person.colorOf(id);
      return Math.max(...expected.map((value, channel) => Math.abs(value - (color[channel] ?? 0))));
    }, POLL)
    .toBeLessThan(TOLERANCE);
