import type { IceCredentials } from '../transport';
import { areCredentialsEqual, createIceCredentials } from './ice-credentials';

/** Credentials of both ends between two restarts. */
interface Generation {
  readonly local: IceCredentials;
  readonly remote: IceCredentials;
}

/** More restarts than these before a single check are none. */
const MAX_GENERATIONS = 4;

/**
 * What a lite agent keeps of the credentials (RFC 8445, section 2.5): it is checked and checks
 * nothing. With a restart both ends get new ones; the former are good until the new ones are used.
 */
export class IceLite {
  #generations: readonly Generation[] = [];
  #credentials = createIceCredentials();

  /** Of our end, for the next answer. */
  get credentials(): IceCredentials {
    return this.#credentials;
  }

  /** The user fragments of ours that checks may come for. */
  get ufrags(): readonly string[] {
    return this.#generations.map(({ local }) => local.ufrag);
  }

  passwordOf(ufrag: string): string | undefined {
    return this.#generations.find(({ local }) => local.ufrag === ufrag)?.local.password;
  }

  /** Other credentials than those before are a restart. */
  connect(remote: IceCredentials): void {
    const newest = this.#generations.at(-1);
    if (newest && areCredentialsEqual(newest.remote, remote)) return;
    if (newest) this.#credentials = createIceCredentials();
    const generation = { local: this.#credentials, remote };
    this.#generations = [...this.#generations, generation].slice(-MAX_GENERATIONS);
  }

  /** A check came under this user fragment: those before are over. */
  settle(ufrag: string): void {
    const at = this.#generations.findIndex(({ local }) => local.ufrag === ufrag);
    if (at > 0) this.#generations = this.#generations.slice(at);
  }
}
