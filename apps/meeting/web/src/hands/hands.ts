import type { Role } from '@cyclorama/meeting-contract';
import { participantId } from '@cyclorama/meeting-contract';
import { z } from 'zod';
import type { CallState } from '../call/call-state';
import type { RoomChannel, Topic } from '../call/room-channel';
import { Store } from '../state/store';
import { Seldom } from '../talk/seldom';

const saying = z.discriminatedUnion('is', [
  /** One's own hand; `forMs` where it is up: since when. */
  z.object({ is: z.literal('hand'), forMs: z.number().min(0).optional() }),
  /** Whoever comes asks the others for theirs. */
  z.object({ is: z.literal('ask') }),
  /** A host has called on somebody. */
  z.object({ is: z.literal('lower'), participantId }),
]);

/** What pages tell each other of hands. */
export const HANDS: Topic<z.infer<typeof saying>> = { name: 'hands', content: saying };

/** What hands work with. */
export interface HandsServices {
  readonly ownId: string;
  readonly channel: Pick<RoomChannel, 'send' | 'on'>;
  readonly connection: Pick<Store<CallState>, 'get' | 'subscribe'>;
  /** As the API has it. */
  readonly roleOf: (participantId: string) => Role | undefined;
}

/** More than a call can hold are made up. */
const MOST = 250;
/** No call lasts longer, and no hand is up for longer. */
const LONGEST_MS = 24 * 60 * 60 * 1000;
/** So soon after one came in, all have told since when theirs is up. */
const SETTLED_MS = 10_000;

/** Whose hands are up. Each page tells of its own alone; the media service vouches for whose it is. */
export class Hands {
  /** Since when, by participants' ids, on this page's clock. */
  readonly state = new Store<ReadonlyMap<string, number>>(new Map());
  readonly #services: HandsServices;
  readonly #onRaised: (participantId: string) => void;
  readonly #seldom = new Seldom();
  /** When one came in: a hand that goes up after that has been up no longer. */
  #enteredAt: number | undefined;

  /** @param onRaised - Told when somebody else raises theirs. */
  constructor(services: HandsServices, onRaised: (participantId: string) => void) {
    this.#services = services;
    this.#onRaised = onRaised;
  }

  /** Begins to listen; the answer ends it. */
  start(): () => void {
    const { channel, connection } = this.#services;
    const ends = [
      channel.on(HANDS, (content, senderId) => this.#hear(content, senderId)),
      connection.subscribe(() => this.#follow()),
    ];
    return () => {
      for (const end of ends) end();
    };
  }

  /** Raises or lowers one's own. */
  toggle(): void {
    const { ownId } = this.#services;
    this.#set(ownId, this.state.get().has(ownId) ? undefined : 0);
    this.#tell();
  }

  /** Lowers somebody's, which hosts may. */
  lower(participantId: string): void {
    this.#set(participantId, undefined);
    this.#services.channel.send(HANDS, { is: 'lower', participantId });
  }

  #hear(content: z.infer<typeof saying>, senderId: string): void {
    if (content.is === 'hand') this.#hearHand(senderId, content.forMs);
    else if (content.is === 'lower') this.#hearLower(content.participantId, senderId);
    else this.#hearAsk(senderId);
  }

  #hearAsk(senderId: string): void {
    const isUp = this.state.get().has(this.#services.ownId);
    if (isUp && this.#seldom.allows(senderId)) this.#tell();
  }

  #hearHand(senderId: string, forMs: number | undefined): void {
    if (senderId === this.#services.ownId) return;
    const isNew = forMs !== undefined && !this.state.get().has(senderId);
    if (isNew && this.state.get().size >= MOST) return;
    // A repetition moves nobody in the line.
    if (isNew) this.#set(senderId, Math.min(forMs, this.#longest()));
    else if (forMs === undefined) this.#set(senderId, undefined);
    if (isNew) this.#onRaised(senderId);
  }

  #hearLower(participantId: string, senderId: string): void {
    if (this.#services.roleOf(senderId) === 'host') this.#set(participantId, undefined);
  }

  #follow(): void {
    if (this.#services.connection.get().status !== 'connected') return;
    this.#enteredAt = Date.now();
    this.#services.channel.send(HANDS, { is: 'ask' });
    // Also where it is down: who reloads the page has lowered it.
    this.#tell();
  }

  #tell(): void {
    const since = this.state.get().get(this.#services.ownId);
    const forMs = since === undefined ? {} : { forMs: Math.max(0, Date.now() - since) };
    this.#services.channel.send(HANDS, { is: 'hand', ...forMs });
  }

  /** Who has been here for a while hears a hand as it goes up; a little later where it was lost. */
  #longest(): number {
    const since = this.#enteredAt === undefined ? 0 : Date.now() - this.#enteredAt;
    return since < SETTLED_MS ? LONGEST_MS : SETTLED_MS;
  }

  #set(participantId: string, forMs: number | undefined): void {
    const hands = new Map(this.state.get());
    if (forMs === undefined) hands.delete(participantId);
    else hands.set(participantId, Date.now() - forMs);
    this.state.set(hands);
  }
}
