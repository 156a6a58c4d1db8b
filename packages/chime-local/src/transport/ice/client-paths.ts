import { addressKey, type RemoteAddress } from '../udp/remote-address';

/** A laptop has a few networks; a client that shows more loses the oldest. */
const MAX_PATHS = 8;

/** The addresses of one client that stood a check, and the one that is sent to. */
export class ClientPaths {
  readonly #paths = new Map<string, RemoteAddress>();
  #selected: RemoteAddress | undefined;

  /** Undefined: no check came yet. */
  get selected(): RemoteAddress | undefined {
    return this.#selected;
  }

  keys(): Iterable<string> {
    return this.#paths.keys();
  }

  /**
   * @param nominated - By the client; until it does, the first way is taken.
   * @returns the key of an address that is given up for this one.
   */
  add(source: RemoteAddress, nominated: boolean): string | undefined {
    const key = addressKey(source);
    if (!this.#paths.has(key)) this.#paths.set(key, source);
    if (nominated || !this.#selected) this.#selected = this.#paths.get(key);
    return this.#paths.size > MAX_PATHS ? this.#forgetOldest(key) : undefined;
  }

  #forgetOldest(newest: string): string | undefined {
    for (const [key, path] of this.#paths) {
      if (path === this.#selected || key === newest) continue;
      this.#paths.delete(key);
      return key;
    }
    return undefined;
  }
}
