import { check, errorResponse, type Schema } from '@cyclorama/meeting-contract';
import { Refusal, Unreachable } from './refusal';

/** One request to the API. */
export interface ApiRequest<Answer> {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly answer: Schema<Answer>;
  readonly body?: object;
  readonly token?: string | undefined;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Sends a request once.
 * @throws Refusal as the API put it; Unreachable where nothing, or nothing of the API's, came.
 */
export async function send<Answer>(request: ApiRequest<Answer>): Promise<Answer> {
  const response = await reach(request);
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw refusalIn(body, response.status);
  const answer = check(request.answer, body);
  if (!answer.ok) throw new Unreachable(`The server answered something else: ${answer.problem}.`);
  return answer.value;
}

async function reach<Answer>(request: ApiRequest<Answer>): Promise<Response> {
  const { method, path, body, token, query = {}, signal } = request;
  const url = new URL(path, location.href);
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  const headers = {
    ...(body && { 'content-type': 'application/json' }),
    ...(token && { authorization: `Bearer ${token}` }),
  };
  const init = {
    method,
    headers,
    signal: signal ?? null,
    body: body ? JSON.stringify(body) : null,
  };
  try {
    return await fetch(url, { ...init, cache: 'no-store', credentials: 'omit' });
  } catch (thrown) {
    signal?.throwIfAborted();
    throw new Unreachable('The server cannot be reached.', { cause: thrown });
  }
}

function refusalIn(body: unknown, status: number): Error {
  const refused = check(errorResponse, body);
  if (!refused.ok) return new Unreachable(`The server answered with status ${status}.`);
  const { code, message, retryAfterSeconds } = refused.value.error;
  return new Refusal(code, message, retryAfterSeconds);
}
