import type { MiddlewareHandler } from 'hono';
import { Refusal } from '../access/refusal';
import type { AddressOf } from '../http/participant-routes';
import type { AddressRates } from './address-rates';

/** Refuses what one address sends too much of, before anything is read or looked up for it. */
export function limitAddresses(
  rates: AddressRates,
  addressOf: AddressOf,
  now: () => number,
): MiddlewareHandler {
  return async (context, next) => {
    const waitMs = rates.take(addressOf(context), now());
    if (waitMs > 0) throw tooManyRequests(waitMs);
    await next();
  };
}

/** What somebody gets who is too fast. */
export function tooManyRequests(waitMs: number): Refusal {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  return new Refusal('too-many-requests', 'That was too much at once. Wait a moment.', seconds);
}
