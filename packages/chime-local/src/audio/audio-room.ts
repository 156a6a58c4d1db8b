import { Mixer } from './mixer';
import type { Listener } from './listener';
import type { OpenCodec } from './opus-codec';
import { SILENCE } from './opus-packet';
import type { Speaker } from './speaker';

/** Of more who talk at once the loudest are heard, which bounds the work of a tick. */
const MAX_TALKERS = 8;

/** Who hears whom: nobody → silence, one → that packet untouched, several → their mix. */
export class AudioRoom {
  readonly #speakers = new Set<Speaker>();
  readonly #listeners = new Set<Listener>();
  readonly #mixer: Mixer;

  constructor(openCodec: OpenCodec) {
    this.#mixer = new Mixer(openCodec);
  }

  addSpeaker(speaker: Speaker): void {
    this.#speakers.add(speaker);
  }

  removeSpeaker(speaker: Speaker): void {
    if (this.#speakers.delete(speaker)) speaker.close();
  }

  addListener(listener: Listener): void {
    this.#listeners.add(listener);
  }

  removeListener(listener: Listener): void {
    this.#listeners.delete(listener);
  }

  /** The next 20 ms. */
  tick(): void {
    for (const speaker of this.#speakers) speaker.tick();
    const talkers = this.#talkers();
    this.#mixer.tick(talkers);
    for (const listener of this.#listeners) listener.send(this.#heardBy(listener, talkers));
  }

  /** Ticks that were missed are not made up for. */
  skip(ticks: number): void {
    for (const speaker of this.#speakers) speaker.catchUp();
    for (const listener of this.#listeners) listener.skip(ticks);
  }

  /** Once a second. */
  report(): void {
    for (const listener of this.#listeners) listener.report();
  }

  close(): void {
    for (const speaker of this.#speakers) speaker.close();
    this.#speakers.clear();
    this.#listeners.clear();
    this.#mixer.close();
  }

  #talkers(): Speaker[] {
    const talkers = [...this.#speakers].filter((speaker) => speaker.isTalking);
    if (talkers.length <= MAX_TALKERS) return talkers;
    return talkers.sort((a, b) => a.level - b.level).slice(0, MAX_TALKERS);
  }

  #heardBy(listener: Listener, talkers: readonly Speaker[]): Buffer | undefined {
    if (!listener.output.mayHear) return SILENCE;
    const heard = talkers.filter((talker) => talker.owner !== listener.owner);
    if (heard.length > 1) return this.#mixer.mixWithout(listener.owner);
    return heard[0] ? heard[0].frame : SILENCE;
  }
}
