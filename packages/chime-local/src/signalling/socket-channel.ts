import type { WebSocket } from 'ws';
import type { Channel } from './channel';

/** A browser answers pings itself, also of a page that stands at a breakpoint. */
const HEARTBEAT_MS = 10_000;
/** A client that does not read is let go before it fills our memory. */
const MAX_UNREAD_BYTES = 1024 * 1024;
/** How long a client may take to answer a close. */
const CLOSING_MS = 1000;
/** Of a close frame (RFC 6455, section 5.5). */
const MAX_REASON_BYTES = 123;

type Writable = Pick<WebSocket, 'bufferedAmount' | 'send' | 'close' | 'terminate'>;

interface Pinged {
  on(event: 'pong', listener: () => void): unknown;
  ping(): void;
  terminate(): void;
}

/** Sends what a client reads, and no more than it reads. */
export function channelOver(webSocket: Writable): Channel {
  return {
    send: (bytes) => {
      if (webSocket.bufferedAmount > MAX_UNREAD_BYTES) webSocket.terminate();
      else webSocket.send(bytes);
    },
    close: (code, reason) => {
      webSocket.close(code, shorten(reason));
      setTimeout(() => webSocket.terminate(), CLOSING_MS).unref();
    },
  };
}

const shorten = (reason: string): string =>
  Buffer.from(reason)
    .subarray(0, MAX_REASON_BYTES)
    .toString()
    .replace(/\uFFFD+$/, '');

/** Ends a connection whose other end answers nothing for one beat. */
export function beat(webSocket: Pinged): () => void {
  let answered = true;
  webSocket.on('pong', () => {
    answered = true;
  });
  const timer = setInterval(() => {
    if (!answered) return webSocket.terminate();
    answered = false;
    webSocket.ping();
  }, HEARTBEAT_MS);
  return () => clearInterval(timer);
}
