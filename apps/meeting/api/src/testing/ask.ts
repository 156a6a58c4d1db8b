import type { Hono } from 'hono';

/** A request of a test's. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  /** As JSON; text is sent as it is. */
  readonly body?: unknown;
  readonly token?: string | undefined;
}

/** What `fetch` and `app.request` take of it. */
export function requestInit({ method, body, token }: Asked) {
  const headers = {
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { method, headers, ...(body !== undefined && { body: text }) };
}

/** Asks the app itself, without a server. */
export const askApp = async (app: Hono, asked: Asked): Promise<Response> =>
  app.request(asked.path, requestInit(asked));

/** Asks a server at this origin. */
export const askServer = (origin: string, asked: Asked): Promise<Response> =>
  fetch(`${origin}${asked.path}`, requestInit(asked));
