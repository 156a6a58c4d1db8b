import type { CallResponse } from '@cyclorama/meeting-contract';
import { once } from 'node:events';
import { request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { request as requestByTls } from 'node:https';
import type { Socket } from 'node:net';
import { text } from 'node:stream/consumers';

/** A request as no `fetch` sends it: with any path, name and address. */
export interface RawRequest {
  readonly port: number;
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  /** Of this machine, such as `127.0.0.2`. */
  readonly from?: string;
  /** Over TLS, to who is `localhost` by this certificate. */
  readonly ca?: string | Buffer;
}

/** What came back. */
export interface RawResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Sends it on a connection of its own. */
export async function rawRequest({ body, ...options }: RawRequest): Promise<RawResponse> {
  const asked = begin(options);
  asked.end(body);
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  const { statusCode: status = 0, headers } = response;
  return { status, headers, body: await text(response) };
}

/** The connection that a request for signalling gets; undefined where it is refused. */
export async function upgrade({ headers, ...options }: RawRequest): Promise<Socket | undefined> {
  const wanted = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
    ...headers,
  };
  const asked = begin({ ...options, headers: wanted }).end();
  const upgraded = once(asked, 'upgrade').then(([, socket]) => socket as Socket);
  const refused = once(asked, 'response').then(([response]) => {
    (response as IncomingMessage).destroy();
    return undefined;
  });
  return Promise.race([upgraded, refused]);
}

/** Connects to a call's signalling as the client of the Chime SDK does. */
export async function openSignalling(
  { Meeting, Attendee }: CallResponse,
  also: Pick<RawRequest, 'ca' | 'headers'> = {},
): Promise<Socket | undefined> {
  const placement = Meeting['MediaPlacement'] as { SignalingUrl: string };
  const { host, port, pathname: path } = new URL(placement.SignalingUrl);
  const protocols = `_aws_wt_session, ${Attendee.JoinToken}`;
  const headers = { host, 'sec-websocket-protocol': protocols, ...also.headers };
  return upgrade({ ...also, port: Number(port), path, headers });
}

function begin({ from, ca, ...options }: Omit<RawRequest, 'body'>) {
  const local = from === undefined ? {} : { localAddress: from };
  const all = { host: '127.0.0.1', agent: false as const, ...local, ...options };
  return ca === undefined ? request(all) : requestByTls({ ...all, ca, servername: 'localhost' });
}
