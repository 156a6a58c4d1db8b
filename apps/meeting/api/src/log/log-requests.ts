import type { Context, MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { Refusal } from '../access/refusal';
import { faultOf } from './fault';

/** Which request of its own a platform takes this for; undefined: it has no name for it. */
export type RequestIdOf = (context: Context) => string | undefined;

/**
 * Writes one line for each request, and gives its id to the client as `x-request-id`. The route stands
 * for the path, since paths carry ids of rooms and people; nothing else that came is written.
 */
export function logRequests(log: Logger, requestIdOf: RequestIdOf): MiddlewareHandler {
  return async (context, next) => {
    const beganMs = performance.now();
    const requestId = requestIdOf(context) ?? randomUUID();
    await next();
    context.header('x-request-id', requestId);
    const durationMs = Math.round((performance.now() - beganMs) * 10) / 10;
    writeLine(log, context, { requestId, durationMs });
  };
}

function writeLine(log: Logger, context: Context, measured: object): void {
  const { status } = context.res;
  const line = { ...measured, method: knownMethod(context.req.method), route: routeOf(context) };
  if (status < 500) return log.info({ ...line, status, ...codeOf(context.error) }, 'request');
  log.error(
    { ...line, status, ...(context.error && { fault: faultOf(context.error) }) },
    'request',
  );
}

/** Why it was refused. */
const codeOf = (error: unknown) => error instanceof Refusal && { code: error.code };

/** The last that matched: an endpoint stands behind all that look at every request. */
const routeOf = (context: Context): string => routePath(context, -1);

/** A client may call its method what it likes. */
const knownMethod = (method: string): string =>
  /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/.test(method) ? method : 'other';
