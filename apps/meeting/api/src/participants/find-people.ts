import type { ParticipantState } from '@cyclorama/meeting-contract';
import type { Services } from '../services';
import type { ParticipantItem } from './participant-item';

/** Whom one looks for in a room. */
export interface Wanted {
  readonly roomId: string;
  readonly states: readonly [ParticipantState, ParticipantState?];
  readonly most: number;
  /** The participant before the first. */
  readonly after?: string | undefined;
}

/** As many as all who ever are in a room, and those who left lately. */
const READ_AT_ONCE = 1_000;

/** Those of a room who are in one of these states, by id, however many are in others. */
export async function findPeople(
  { participants }: Services,
  { roomId, states: [first, second = first], most, after }: Wanted,
): Promise<readonly ParticipantItem[]> {
  const found: ParticipantItem[] = [];
  let last = after === undefined ? undefined : { roomId, participantId: after };
  do {
    const page = await participants.query({
      keys: '#roomId = :roomId',
      filter: '#state IN (:first, :second)',
      values: { roomId, first, second },
      // The filter comes after it: a smaller one would read those who left one by one.
      limit: READ_AT_ONCE,
      after: last,
    });
    found.push(...page.items);
    last = page.last as typeof last;
  } while (last && found.length < most);
  return found.slice(0, most);
}
