import type { Context } from 'hono';
import { Refusal } from '../access/refusal';

/** The answer to a request that failed; of what nobody expected, the client learns nothing. */
export function refuse(error: Error, context: Context): Response {
  const refusal = error instanceof Refusal ? error : unexpected();
  const { retryAfterSeconds } = refusal;
  if (retryAfterSeconds !== undefined) context.header('retry-after', String(retryAfterSeconds));
  return context.json(refusal.response, refusal.status);
}

const unexpected = () =>
  new Refusal('unavailable', 'Something went wrong here. Try again in a moment.', 1);
