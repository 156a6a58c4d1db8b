import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { isIP } from 'node:net';
import { MeetingError } from '../meetings/meeting-error';
import { hostnameOf, isLoopback } from '../network';

/**
 * Lets in only who addresses this machine and comes from it. There are no credentials here, so a
 * web page elsewhere must not reach meetings through the browser of somebody who tries them: not
 * by a name of its own that leads here (DNS rebinding), and not by a form or a fetch across origins.
 * @param hosts - Names by which it may be addressed, beside IP addresses and `localhost`.
 */
export function guardAccess(hosts: readonly string[]): MiddlewareHandler {
  return async ({ req }, next) => {
    const host = hostnameOf(req.url) ?? '';
    if (!isAddressedBy(host, hosts)) {
      throw new MeetingError('Forbidden', `${host} is no name of this service; see publicUrl.`);
    }
    const origin = req.header('origin');
    if (origin !== undefined && !mayCall(origin, [host, ...hosts])) {
      throw new MeetingError('Forbidden', `Pages of ${origin.slice(0, 100)} may not call this.`);
    }
    await next();
  };
}

/** Whether the service may be addressed so: a name of somebody else's could lead to it. */
export const isAddressedBy = (host: string, hosts: readonly string[]): boolean =>
  isIP(host) !== 0 || isLoopback(host) || hosts.includes(host);

/** For pages that {@link guardAccess} lets in: they may read the answers too. */
export function allowPages(): MiddlewareHandler {
  return cors({
    origin: (origin) => origin,
    allowMethods: ['GET', 'POST', 'PUT', 'DELETE'],
    exposeHeaders: ['x-amzn-errortype', 'x-amzn-requestid'],
  });
}

function mayCall(origin: string, hosts: readonly string[]): boolean {
  const hostname = hostnameOf(origin);
  return hostname !== undefined && (isLoopback(hostname) || hosts.includes(hostname));
}
