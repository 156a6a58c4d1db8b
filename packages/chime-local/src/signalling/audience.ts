import { index, writeServerFrame, type ServerFrame } from '../protocol/server-frame';
import type { Participant } from './participant';
import { TokenBucket } from './token-bucket';
import { indexFor } from './video-index';

/** Each change is looked at for each who is there: above so many it waits for the next ones. */
const SHOWN_PER_SECOND = 2000;
const SHOWN_AT_ONCE = 5000;
const CATCH_UP_MS = 100;

/** All who are in a meeting, and how they are told something. */
export class Audience {
  readonly #participants = new Set<Participant>();
  readonly #work = new TokenBucket(SHOWN_PER_SECOND, SHOWN_AT_ONCE);
  #pending: ReturnType<typeof setTimeout> | undefined;

  get size(): number {
    return this.#participants.size;
  }

  get all(): readonly Participant[] {
    return [...this.#participants];
  }

  /** Those of whom the others know. */
  get listed(): readonly Participant[] {
    return this.all.filter(({ listed }) => listed);
  }

  add(participant: Participant): void {
    this.#participants.add(participant);
  }

  /** False: it was not there. */
  delete(participant: Participant): boolean {
    return this.#participants.delete(participant);
  }

  /** A person's connection and that of its content share. */
  ofOwner(attendeeId: string): readonly Participant[] {
    return this.all.filter(({ owner }) => owner === attendeeId);
  }

  /** Connections of a person that have joined and not subscribed, the oldest first. */
  waitingOf(attendeeId: string): readonly Participant[] {
    return this.ofOwner(attendeeId).filter(({ state }) => state === 'joined');
  }

  /** Other connections of the same person, or of the same content share. */
  formerOf(participant: Participant): readonly Participant[] {
    return this.listed.filter(
      (other) => other !== participant && other.attendeeId === participant.attendeeId,
    );
  }

  /** Tells those who are present; the frame is written once. */
  tell(frame: ServerFrame, whom: (participant: Participant) => boolean = () => true): void {
    const bytes = writeServerFrame(frame, Date.now());
    for (const participant of this.all) {
      if (participant.state === 'present' && whom(participant)) participant.sendBytes(bytes);
    }
  }

  /** Shows each what is on, where that is another thing than before. */
  showVideos(): void {
    if (this.#pending !== undefined) return;
    if (this.#work.take(this.size)) return this.#showAll();
    this.#pending = setTimeout(() => this.#showAll(), CATCH_UP_MS);
  }

  /** Nobody is to be shown anything more. */
  close(): void {
    clearTimeout(this.#pending);
    this.#pending = undefined;
  }

  #showAll(): void {
    this.close();
    const { all } = this;
    for (const participant of all) show(participant, all);
  }

  /** What is on for one who has just come; for the others it is the same as before. */
  showVideosTo(participant: Participant): void {
    show(participant, this.all);
  }
}

function show(participant: Participant, all: readonly Participant[]): void {
  participant.media.reviseViewing();
  const options = indexFor(participant, all);
  const said = JSON.stringify(options);
  if (said === participant.lastIndex) return;
  participant.lastIndex = said;
  participant.send(index(options));
}
