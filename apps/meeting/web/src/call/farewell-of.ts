import { Refusal } from '../server/refusal';
import type { Farewell } from './call-state';

const KINDS: Partial<Record<string, 'ended' | 'removed' | 'full'>> = {
  'room-ended': 'ended',
  removed: 'removed',
  'room-full': 'full',
};

/** Refusals that pass by themselves. */
const PASSING: readonly string[] = ['too-many-requests', 'unavailable'];

/** What a failure of the API means for somebody in the room; undefined: it may pass. */
export function farewellOf(thrown: unknown): Farewell | undefined {
  if (!(thrown instanceof Refusal) || PASSING.includes(thrown.code)) return undefined;
  const kind = KINDS[thrown.code];
  return kind ? { kind } : { kind: 'refused', message: thrown.message };
}
