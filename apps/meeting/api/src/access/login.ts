import { createRemoteJWKSet, jwtVerify } from 'jose';
import { Refusal } from './refusal';

/** An OpenID provider whose people may create rooms. */
export interface LoginOptions {
  /** As its ID tokens name it. */
  readonly issuer: string;
  /** The client id that it knows this app by. */
  readonly audience: string;
  /** Where its public keys are, `https:`. */
  readonly jwksUrl: URL;
}

/** Who somebody is, from their ID token. @throws Refusal where it does not say. */
export type Login = (idToken: string | undefined) => Promise<string>;

/** Public keys alone: one that signs and verifies must not come from outside. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];

/** Checks ID tokens of one provider. */
export function createLogin({ issuer, audience, jwksUrl }: LoginOptions): Login {
  const keys = createRemoteJWKSet(jwksUrl);
  const wanted = { issuer, audience, algorithms: ALGORITHMS, requiredClaims: ['exp', 'sub'] };
  return async (idToken) => {
    if (idToken === undefined) throw loginNeeded();
    try {
      const { payload } = await jwtVerify(idToken, keys, wanted);
      return payload.sub ?? '';
    } catch {
      throw loginNeeded();
    }
  };
}

function loginNeeded(): Refusal {
  return new Refusal('login-needed', 'Sign in to create a room.');
}
