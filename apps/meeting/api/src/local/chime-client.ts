import { ChimeSDKMeetingsClient } from '@aws-sdk/client-chime-sdk-meetings';
import type { ChimeLocal } from 'chime-local';
import { LOCAL_REGION } from './local-region';

/** What the client hands to whoever carries its requests. */
interface ClientRequest {
  readonly method: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string | string[] | null>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** A client of Chime whose requests go to a service in this process, which so needs no open port. */
export function chimeClientFor(service: Pick<ChimeLocal, 'fetch'>): ChimeSDKMeetingsClient {
  return new ChimeSDKMeetingsClient({
    endpoint: 'http://localhost',
    region: LOCAL_REGION,
    credentials: { accessKeyId: 'nobody', secretAccessKey: 'not looked at' },
    requestHandler: { handle: (request: ClientRequest) => carry(service, request) },
  });
}

async function carry(service: Pick<ChimeLocal, 'fetch'>, request: ClientRequest) {
  const { method, path, query = {}, headers, body } = request;
  const url = new URL(path, 'http://localhost');
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
  const init = { method, headers, ...(body !== undefined && { body }) };
  const answer = await service.fetch(new Request(url, init as RequestInit));
  return {
    response: {
      statusCode: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: new Uint8Array(await answer.arrayBuffer()),
    },
  };
}
