import { z } from 'zod';
import type { Participant, RoomResponse } from '@cyclorama/meeting-contract';
import type { RoomChannel, Topic } from '../call/room-channel';
import type { Seat } from '../server/seat';
import { Store } from '../state/store';
import type { RoomState } from './room-context';

/** Tells everybody that something about the room or its people is new, to be asked of the API. */
export const LOOK_AGAIN: Topic<Record<string, never>> = {
  name: 'room',
  content: z.strictObject({}),
};

/** How often one looks unasked: what tells of changes comes by the call, and may be lost. */
const EVERY_MS = 20_000;

/** How often a host looks who waits: whoever does is not in the call, and can tell nobody. */
const AT_THE_DOOR_MS = 3000;

/** At least so long from look to look, however often others say that there is something to see. */
const SPACING_MS = 400;

/** What it grows to while there is nothing to see, whatever they say. */
const MOST_SPACING_MS = 5000;

/** Keeps what is known of the room up to date. */
export class RoomWatch {
  readonly state: Store<RoomState>;
  readonly #seat: Seat;
  readonly #onFailure: (thrown: unknown) => void;
  readonly #stop = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isLooking = false;
  #isWanted = false;
  #spacingMs = SPACING_MS;

  /**
   * @param first - What the API said of the room just now.
   * @param onFailure - Told of each look that fails; the next one comes all the same.
   */
  constructor(seat: Seat, first: RoomResponse, onFailure: (thrown: unknown) => void) {
    this.#seat = seat;
    this.#onFailure = onFailure;
    this.state = new Store<RoomState>({
      ...first,
      participants: new Map([[first.you.participantId, first.you]]),
    });
  }

  /** Begins to look, and looks at once. */
  start(channel: RoomChannel): void {
    const unsubscribe = channel.on(LOOK_AGAIN, () => this.look());
    this.#stop.signal.addEventListener('abort', unsubscribe);
    this.look();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#stop.abort();
  }

  /** Looks now, and once more where a look is under way. */
  look(): void {
    this.#isWanted = true;
    if (!this.#isLooking) void this.#lookOn();
  }

  async #lookOn(): Promise<void> {
    clearTimeout(this.#timer);
    this.#isLooking = true;
    while (this.#isWanted && !this.#stop.signal.aborted) {
      this.#isWanted = false;
      const former = this.state.get();
      await this.#lookOnce().catch(this.#fail);
      if (isNew(former, this.state.get())) this.#spacingMs = SPACING_MS;
      await new Promise((resolve) => setTimeout(resolve, this.#spacingMs));
      this.#spacingMs = Math.min(2 * this.#spacingMs, MOST_SPACING_MS);
    }
    this.#isLooking = false;
    if (!this.#stop.signal.aborted) this.#timer = setTimeout(this.#lookUnasked, this.#patienceMs);
  }

  /** Nobody has said anything for a while: whoever does next is believed again. */
  readonly #lookUnasked = (): void => {
    this.#spacingMs = SPACING_MS;
    this.look();
  };

  get #patienceMs(): number {
    const { room, you } = this.state.get();
    return you.role === 'host' && room.waitingRoom ? AT_THE_DOOR_MS : EVERY_MS;
  }

  async #lookOnce(): Promise<void> {
    const { signal } = this.#stop;
    const { room, you } = await this.#seat.room(signal);
    const people = await this.#seat.participants(signal);
    const former = this.state.get();
    const participants = keepEqual(former.participants, byId(people));
    this.state.set({
      room: keepEqual(former.room, room),
      you: keepEqual(former.you, you),
      participants,
    });
  }

  readonly #fail = (thrown: unknown): void => {
    if (!this.#stop.signal.aborted) this.#onFailure(thrown);
  };
}

const isNew = (former: RoomState, state: RoomState): boolean =>
  former.room !== state.room ||
  former.you !== state.you ||
  former.participants !== state.participants;

const byId = (people: readonly Participant[]): ReadonlyMap<string, Participant> =>
  new Map(people.map((person) => [person.participantId, person]));

/** The former value where nothing has changed, so that nothing is drawn anew. */
function keepEqual<Value>(former: Value, value: Value): Value {
  return text(former) === text(value) ? former : value;
}

const text = (value: unknown): string =>
  JSON.stringify(value instanceof Map ? [...value.entries()] : value);
