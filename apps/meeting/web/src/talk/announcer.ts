import { Store } from '../state/store';

/** What comes within this time is told at once. */
const GATHER_MS = 600;
/** More of a kind are counted, not read out. */
const MOST = 2;

/** What is read aloud to those who do not see the page, politely and in one place. */
export class Announcer {
  readonly state = new Store('');
  #sentences: string[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param inShort - Says how many things have happened, where they are too many to tell. */
  constructor(private readonly inShort: (count: number) => string) {}

  say(sentence: string): void {
    this.#sentences.push(sentence);
    this.#timer ??= setTimeout(() => this.#tell(), GATHER_MS);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #tell(): void {
    this.#timer = undefined;
    const { length } = this.#sentences;
    this.state.set(length > MOST ? this.inShort(length) : this.#sentences.join(' '));
    this.#sentences = [];
  }
}
