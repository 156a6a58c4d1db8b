import type { HandshakeFragment, HandshakeMessage } from './handshake-message';

/** A ClientHello with a post-quantum key share has about 2 KB, a certificate seldom more. */
const MAX_MESSAGE_BYTES = 8192;

/** A flight of a client has up to this many messages. */
const MAX_AHEAD = 4;

/** A message of which parts are there. */
class Partial {
  readonly #body: Buffer;
  readonly #covered: Uint8Array;
  #missing: number;

  constructor(private readonly first: HandshakeFragment) {
    this.#body = Buffer.alloc(first.length);
    this.#covered = new Uint8Array(first.length);
    this.#missing = first.length;
  }

  /** Parts that disagree about the whole are not of one message. */
  fits({ type, length }: HandshakeFragment): boolean {
    return type === this.first.type && length === this.first.length;
  }

  add({ offset, part }: HandshakeFragment): void {
    part.copy(this.#body, offset);
    for (let i = offset; i < offset + part.length; i += 1) {
      if (this.#covered[i] === 0) this.#missing -= 1;
      this.#covered[i] = 1;
    }
  }

  get message(): HandshakeMessage | undefined {
    const { type, sequence } = this.first;
    return this.#missing === 0 ? { type, sequence, body: this.#body } : undefined;
  }
}

/**
 * Puts a client's plain handshake messages together and in their order, whatever the network did to
 * them. Keeps a bounded amount.
 */
export class HandshakeAssembly {
  readonly #partials = new Map<number, Partial>();
  #next = 0;

  /** The number of the message that is waited for. */
  get next(): number {
    return this.#next;
  }

  /** @returns whether the fragment is of a message that was taken: the client sends it again. */
  add(fragment: HandshakeFragment): boolean {
    const ahead = fragment.sequence - this.#next;
    if (ahead < 0) return true;
    if (ahead >= MAX_AHEAD || fragment.length > MAX_MESSAGE_BYTES) return false;
    this.#partialOf(fragment).add(fragment);
    return false;
  }

  /** What was begun with nonsense is begun anew. */
  #partialOf(fragment: HandshakeFragment): Partial {
    const begun = this.#partials.get(fragment.sequence);
    if (begun?.fits(fragment)) return begun;
    const partial = new Partial(fragment);
    this.#partials.set(fragment.sequence, partial);
    return partial;
  }

  /** The next message. Undefined: it is not whole yet. */
  peek(): HandshakeMessage | undefined {
    return this.#partials.get(this.#next)?.message;
  }

  /** It was taken. */
  accept(): void {
    this.drop();
    this.#next += 1;
  }

  /** It is none, and is waited for anew. */
  drop(): void {
    this.#partials.delete(this.#next);
  }
}
