import type { StampId } from '@cyclorama/meeting-contract';
import type { Content } from '../chat/chat-topic';
import { Store } from '../state/store';

/** Something that floats over a tile. */
export interface Float {
  readonly key: number;
  /** Over whose. */
  readonly participantId: string;
  readonly senderId: string;
  readonly what: { readonly stamp: StampId } | { readonly text: string };
}

/** How long each is seen. */
export const FLOAT_MS = 3000;
/** Characters of a text that can be read in that time. */
const MOST_CHARACTERS = 80;
/** At once over a tile; the others wait. */
const MOST_SHOWN = 4;
/** Over a tile, with those that wait; so many can nobody look at. */
const MOST = 12;
/** Of one sender over a tile, so that nobody fills it alone. */
const MOST_OF_SENDER = 5;

/** What floats over the tiles; each takes its turn, and a flood is cut short. */
export class Floats {
  readonly state = new Store<readonly Float[]>([]);
  #waiting: readonly Float[] = [];
  #lastKey = 0;

  /** A stamp floats over its target, a short text over its sender; a long one not at all. */
  add(senderId: string, content: Content): void {
    if (content.kind === 'text' && content.text.length > MOST_CHARACTERS) return;
    const isStamp = content.kind === 'stamp';
    const what = isStamp ? { stamp: content.stamp } : { text: content.text };
    const participantId = (isStamp && content.target) || senderId;
    const same = [...this.state.get(), ...this.#waiting].filter(isOver(participantId));
    const ofSender = same.filter((float) => float.senderId === senderId);
    if (same.length >= MOST || ofSender.length >= MOST_OF_SENDER) return;
    this.#lastKey += 1;
    this.#waiting = [...this.#waiting, { key: this.#lastKey, participantId, senderId, what }];
    this.#showNext(participantId);
  }

  #showNext(participantId: string): void {
    const next = this.#waiting.find(isOver(participantId));
    if (!next || this.state.get().filter(isOver(participantId)).length >= MOST_SHOWN) return;
    this.#waiting = this.#waiting.filter((float) => float !== next);
    this.state.set([...this.state.get(), next]);
    setTimeout(() => this.#end(next), FLOAT_MS);
  }

  #end(float: Float): void {
    this.state.set(this.state.get().filter((shown) => shown !== float));
    this.#showNext(float.participantId);
  }
}

const isOver =
  (participantId: string) =>
  (float: Float): boolean =>
    float.participantId === participantId;
