import { createHmac, hkdfSync } from 'node:crypto';

const KEY_BYTES = 32;

/** What the one secret of a deployment is used for, each use with a key of its own. */
export class ServerKeys {
  readonly tokens: Uint8Array;
  readonly #ids: Uint8Array;
  readonly #secrets: Uint8Array;

  /**
   * @param master - At least 32 random bytes, kept where nobody but the API reads them. With another
   * one all tokens are refused, and a repeated request is a new one.
   */
  constructor(master: Uint8Array) {
    if (master.byteLength < KEY_BYTES) {
      throw new TypeError(
        `The signing key must have at least ${KEY_BYTES} bytes, got ${master.byteLength}.`,
      );
    }
    this.tokens = derive(master, 'tokens');
    this.#ids = derive(master, 'ids');
    this.#secrets = derive(master, 'secrets');
  }

  /** 128 bits, base64url: nobody without the key makes it, and the same words make it again. */
  id(...words: readonly string[]): string {
    return sign(this.#ids, words).subarray(0, 16).toString('base64url');
  }

  /** 256 bits, base64url, as {@link ServerKeys.id}. */
  secret(...words: readonly string[]): string {
    return sign(this.#secrets, words).toString('base64url');
  }
}

function derive(master: Uint8Array, use: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', master, '', `cyclorama meeting: ${use}`, KEY_BYTES));
}

/** As JSON, so that no two lists of words are one text. */
function sign(key: Uint8Array, words: readonly string[]): Buffer {
  return createHmac('sha256', key).update(JSON.stringify(words)).digest();
}
