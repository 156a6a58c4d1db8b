import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { MAX_FRAME_BYTES } from '../protocol/frame-bytes';
import type { Channel, Receiver } from './channel';
import { MAX_JOIN_BYTES } from './connection';
import { beat, channelOver } from './socket-channel';
import { CloseCode } from './status';

/** What clients offer beside their join token, and what they want to be selected. */
const SUBPROTOCOL = '_aws_wt_session';
/** How long a client may take to answer a close. */
const CLOSING_MS = 1000;

/** Makes connections of upgrades. Any page may open one: the token is what it must know. */
export class WebSockets {
  readonly #guests = acceptUpTo(MAX_FRAME_BYTES);
  /** They are only told that they are none. */
  readonly #strangers = acceptUpTo(MAX_JOIN_BYTES);

  /**
   * @param connect - Begins a connection for a token, good or not.
   * @param isKnown - Whether it is good.
   */
  constructor(
    readonly connect: (joinToken: string, channel: Channel) => Receiver,
    readonly isKnown: (joinToken: string) => boolean,
  ) {}

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const [first, joinToken] = offeredProtocols(request);
    if (first !== SUBPROTOCOL || joinToken === undefined) return refuse(socket);
    const server = this.isKnown(joinToken) ? this.#guests : this.#strangers;
    server.handleUpgrade(request, socket, head, (webSocket) => this.#open(webSocket, joinToken));
  }

  #open(webSocket: WebSocket, joinToken: string): void {
    const connection = this.connect(joinToken, channelOver(webSocket));
    const stopBeating = beat(webSocket);
    webSocket.on('message', (data, isBinary) => {
      if (isBinary) return connection.receive(bytesOf(data));
      connection.close(CloseCode.unsupportedData, 'Messages are binary.');
    });
    webSocket.on('close', () => {
      stopBeating();
      connection.disconnected();
    });
    // What it was, `close` follows: too long a message, one that breaks the protocol, a lost socket.
    webSocket.on('error', () => undefined);
  }

  /** Resolves when all are closed. */
  async close(): Promise<void> {
    const servers = [this.#guests, this.#strangers];
    await Promise.all(servers.flatMap(({ clients }) => [...clients].map(part)));
    for (const server of servers) server.close();
  }
}

const acceptUpTo = (maxPayload: number): WebSocketServer =>
  new WebSocketServer({ noServer: true, maxPayload, handleProtocols: () => SUBPROTOCOL });

const offeredProtocols = ({ headers }: IncomingMessage): string[] =>
  (headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());

function refuse(socket: Duplex): void {
  const body = `Connect as the Amazon Chime SDK does: with the subprotocols "${SUBPROTOCOL}" and the join token.\n`;
  const headers = ['HTTP/1.1 400 Bad Request', 'Connection: close', 'Content-Type: text/plain'];
  const destroy = () => void socket.destroy();
  socket.once('error', destroy).once('finish', destroy);
  socket.end([...headers, `Content-Length: ${body.length}`, '', body].join('\r\n'));
}

function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data;
}

function part(webSocket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    webSocket.once('close', () => resolve());
    webSocket.close(CloseCode.goingAway, 'The service stops.');
    setTimeout(() => webSocket.terminate(), CLOSING_MS).unref();
  });
}
