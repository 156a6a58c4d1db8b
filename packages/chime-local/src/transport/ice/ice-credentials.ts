import { randomBytes } from 'node:crypto';
import type { IceCredentials } from '../transport';

/** Multiples of three, so that base64 gives only characters that RFC 8839, section 5.4, allows. */
const UFRAG_BYTES = 6;
const PASSWORD_BYTES = 24;

/** Nobody can guess them. */
export function createIceCredentials(): IceCredentials {
  return {
    ufrag: randomBytes(UFRAG_BYTES).toString('base64'),
    password: randomBytes(PASSWORD_BYTES).toString('base64'),
  };
}

export function areCredentialsEqual(a: IceCredentials, b: IceCredentials): boolean {
  return a.ufrag === b.ufrag && a.password === b.password;
}
