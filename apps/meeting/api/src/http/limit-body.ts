import { LIMITS } from '@cyclorama/meeting-contract';
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Refusal } from '../access/refusal';

const limit = bodyLimit({ maxSize: LIMITS.bodyBytes, onError: refuseLarge });

/** Refuses bodies that are too large, whatever they say of their size, and those that break off. */
export const limitBody: MiddlewareHandler = (context, next) =>
  // What fails behind is answered there: what fails here is the reading.
  limit(context, next).catch(refuseBroken);

/** What somebody gets, if they still listen, whose connection ended within a body. */
export function refuseBroken(error: unknown): never {
  if (error instanceof Refusal) throw error;
  throw new Refusal('bad-request', 'The body did not come to its end.');
}

function refuseLarge(): never {
  throw new Refusal('too-large', `A request may have at most ${LIMITS.bodyBytes} bytes.`);
}
