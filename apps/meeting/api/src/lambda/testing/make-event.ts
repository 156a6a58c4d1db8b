import event from './event.json';

/** In what an event differs from the one of a file, which asks for the API's health. */
export interface EventOptions {
  readonly method?: string;
  readonly path?: string;
  readonly query?: string;
  /** Sent as JSON, as a page does. */
  readonly body?: unknown;
  /** Sent as it is. */
  readonly text?: string;
  readonly isBase64Encoded?: boolean;
  readonly token?: string;
  readonly cookies?: readonly string[];
  /** Undefined takes one away. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/** What an HTTP API sends for a request that came through the CDN. */
export function makeEvent(options: EventOptions = {}) {
  const { method = 'GET', path = event.rawPath, query = '', isBase64Encoded = false } = options;
  const body =
    options.text ?? (options.body === undefined ? undefined : JSON.stringify(options.body));
  const http = { ...event.requestContext.http, method, path };
  return {
    ...event,
    rawPath: path,
    rawQueryString: query,
    headers: { ...event.headers, ...headersOf(options, body) },
    requestContext: { ...event.requestContext, http },
    isBase64Encoded,
    ...(body !== undefined && { body }),
    ...(options.cookies && { cookies: options.cookies }),
  };
}

function headersOf({ token, headers }: EventOptions, body: string | undefined) {
  return {
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...headers,
  };
}
