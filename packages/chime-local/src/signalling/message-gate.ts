import { TokenBucket } from './token-bucket';

/** What becomes of a data message by how many its sender sends. */
export type Verdict = 'deliver' | 'throttle' | 'disconnect';

/** The service's limits: 100 a second with a burst of 200, and no patience with a flood. */
export class MessageGate {
  readonly #messages = new TokenBucket(100, 200);
  /** Throttled ones that are borne: so many at once, and then ten a second. */
  readonly #patience = new TokenBucket(10, 200);

  judge(): Verdict {
    if (this.#messages.take()) return 'deliver';
    return this.#patience.take() ? 'throttle' : 'disconnect';
  }
}
