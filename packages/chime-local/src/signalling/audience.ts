import { index, writeServerFrame, type ServerFrame } from '../protocol/server-frame';
import type { Participant } from './participant';
import { indexFor } from './video-index';

/** All who are in a meeting, and how they are told something. */
export class Audience {
  readonly #participants = new Set<Participant>();

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
    const { all } = this;
    for (const participant of all) {
      participant.media.reviseViewing();
      const options = indexFor(participant, all);
      const said = JSON.stringify(options);
      if (said === participant.lastIndex) continue;
      participant.lastIndex = said;
      participant.send(index(options));
    }
  }
}
