import { once } from 'node:events';
import { request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
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
}

/** What came back. */
export interface RawResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Sends it on a connection of its own. */
export async function rawRequest({ from, body, ...options }: RawRequest): Promise<RawResponse> {
  const local = from === undefined ? {} : { localAddress: from };
  const asked = request({ host: '127.0.0.1', agent: false, ...local, ...options });
  asked.end(body);
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  return responseOf(response);
}

/** How a request for signalling is answered: 101 where it is let in. */
export async function upgradeStatus({ headers, ...options }: RawRequest): Promise<number> {
  const wanted = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
    'sec-websocket-protocol': '_aws_wt_session, nobody',
    ...headers,
  };
  const asked = request({ host: '127.0.0.1', agent: false, ...options, headers: wanted }).end();
  const upgraded = once(asked, 'upgrade').then(([response]) => response as IncomingMessage);
  const refused = once(asked, 'response').then(([response]) => response as IncomingMessage);
  const response = await Promise.race([upgraded, refused]);
  response.socket.destroy();
  return response.statusCode ?? 0;
}

const responseOf = async (response: IncomingMessage): Promise<RawResponse> => ({
  status: response.statusCode ?? 0,
  headers: response.headers,
  body: await text(response),
});
