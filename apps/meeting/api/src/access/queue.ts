import { Refusal } from './refusal';

/** In seconds: by then it has gone on. */
const RETRY_AFTER = 2;

/** Does slow work one after the other, so that much of it at once takes the machine from nobody. */
export class Queue {
  #last: Promise<unknown> = Promise.resolve();
  #length = 0;

  /** @param longest - With what is being done. */
  constructor(readonly longest: number) {}

  /** @throws Refusal where so many wait already that nobody would wait for the end. */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#length >= this.longest) throw tooLong();
    this.#length += 1;
    const done = this.#last.then(work).finally(() => (this.#length -= 1));
    this.#last = done.catch(() => undefined);
    return done;
  }
}

function tooLong(): Refusal {
  const message = 'Too many passcodes wait to be checked. Try again in a moment.';
  return new Refusal('too-many-requests', message, RETRY_AFTER);
}
