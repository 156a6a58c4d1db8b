import type { Context } from 'hono';
import { hashSecret, isSecret } from '../access/secrets';
import type { AddressOf } from '../http/participant-routes';
import type { RequestIdOf } from '../log/log-requests';

/** What an HTTP API knows of a request itself. */
export interface GatewayContext {
  readonly requestId: string;
  readonly http: { readonly sourceIp: string };
}

/** An event of an HTTP API by version 2.0 of its format, as far as is looked at here. */
export interface GatewayEvent {
  readonly rawPath: string;
  readonly requestContext: GatewayContext;
}

/** What an HTTP API makes its answer of. */
export interface GatewayAnswer {
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, string | string[]>> | undefined;
  readonly cookies?: readonly string[];
  readonly body: string;
  readonly isBase64Encoded: boolean;
}

/** By which the CDN shows that a request came through it. */
const ORIGIN_KEY_HEADER = 'x-origin-key';
/** In which the CDN tells where the request came from, whatever the viewer wrote there. */
const VIEWER_HEADER = 'x-viewer-address';

/** Whether this is what an HTTP API sends. */
export function isGatewayEvent(event: unknown): event is GatewayEvent {
  const { rawPath, requestContext } = (event ?? {}) as Partial<GatewayEvent>;
  const http: Partial<GatewayContext['http']> | undefined = requestContext?.http;
  return typeof rawPath === 'string' && typeof http?.sourceIp === 'string';
}

/**
 * Behind the CDN the viewer's address, as the CDN tells it; else the one that called the HTTP API,
 * as that tells it. Who calls the HTTP API directly does not know the key, and can choose neither.
 */
export function viewerAddress(originKey: string): AddressOf {
  const hash = hashSecret(originKey);
  return (context) => {
    const viewer = context.req.header(VIEWER_HEADER);
    const key = context.req.header(ORIGIN_KEY_HEADER) ?? '';
    return viewer && isSecret(key, hash) ? viewer : gatewayOf(context).http.sourceIp;
  };
}

/** The one that stands in the HTTP API's own log, too. */
export const gatewayRequestId: RequestIdOf = (context) => gatewayOf(context).requestId;

const gatewayOf = (context: Context): GatewayContext =>
  (context.env as GatewayEvent).requestContext;
