import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket, type ClientOptions } from 'ws';
import type { Channel } from './channel';
import { TestMeeting } from './testing/meeting';
import { ScriptedClient } from './testing/scripted-client';

const SUBPROTOCOL = '_aws_wt_session';

/** A meeting behind a real port. */
class SocketMeeting extends TestMeeting {
  readonly server: Server = createServer();
  readonly sockets: WebSocket[] = [];

  async listen(): Promise<this> {
    this.server.on('upgrade', (request, socket, head) =>
      this.signalling.upgrade(request, socket, head),
    );
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get address(): string {
    return `ws://127.0.0.1:${(this.server.address() as AddressInfo).port}/control/meeting`;
  }

  dial(protocols: readonly string[], options?: ClientOptions): WebSocket {
    const socket = new WebSocket(this.address, [...protocols], options);
    this.sockets.push(socket);
    return socket;
  }

  /** A scripted client at the other end of a socket. */
  async call(name: string, options?: ClientOptions): Promise<SocketClient> {
    const socket = this.dial([SUBPROTOCOL, `token-${name}`], options);
    await new Promise((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    return new SocketClient(socket);
  }

  async close(): Promise<void> {
    await this.signalling.close();
    for (const socket of this.sockets) socket.terminate();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** Sends by a socket what a scripted client says, and gives it what comes. */
class SocketClient extends ScriptedClient {
  readonly ended: Promise<{ readonly code: number; readonly reason: string }>;

  constructor(readonly socket: WebSocket) {
    super((channel) => overSocket(socket, channel));
    this.ended = new Promise((resolve) => {
      socket.once('close', (code, reason) => resolve({ code, reason: reason.toString() }));
    });
  }

  /** Waits until a frame of this type has come. */
  async wait(type: string): Promise<void> {
    await vi.waitFor(() => this.last(type), { timeout: 20_000, interval: 5 });
  }
}

function overSocket(socket: WebSocket, channel: Channel) {
  socket.on('message', (data: Buffer) => channel.send(data));
  return {
    receive: (bytes: Uint8Array) => socket.send(bytes),
    disconnected: () => socket.terminate(),
  };
}

/** What comes back to an upgrade by hand. */
function upgradeByHand(address: string, lines: readonly string[]): Promise<string> {
  const { port, hostname, pathname } = new URL(address);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let answer = '';
    socket.on('data', (data) => (answer += data.toString()));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
    const head = [`GET ${pathname} HTTP/1.1`, `Host: ${hostname}`, 'Connection: Upgrade'];
    socket.write([...head, 'Upgrade: websocket', ...lines, '', ''].join('\r\n'));
  });
}

describe('signalling over WebSockets', () => {
  let meeting: SocketMeeting;
  beforeEach(async () => {
    meeting = await new SocketMeeting().listen();
  });
  afterEach(() => meeting.close());

  it('carries a whole meeting', async () => {
    const anna = await meeting.call('anna');
    const berta = await meeting.call('berta');
    anna.join().subscribe();
    await anna.wait('SUBSCRIBE_ACK');
    berta.join().subscribe();
    await berta.wait('AUDIO_STREAM_ID_INFO');
    anna.sendData('hello');
    await berta.wait('DATA_MESSAGE');
    expect(berta.texts).toEqual(['hello']);
    expect(berta.roster).toEqual(['1 anna came', '2 berta came']);
    berta.leave();
    await berta.wait('LEAVE_ACK');
    await expect.poll(() => anna.roster.at(-1)).toBe('2 left');
  });

  it('selects the subprotocol and never gives the token back', async () => {
    const anna = await meeting.call('anna');
    expect(anna.socket.protocol).toBe(SUBPROTOCOL);
    const content = await meeting.call('anna#content');
    content.join();
    await content.wait('JOIN_ACK');
  });

  it('takes a page of any origin, and a client that has none: the token is what counts', async () => {
    const page = await meeting.call('anna', { origin: 'https://elsewhere.example' });
    page.join();
    await page.wait('JOIN_ACK');
    const native = await meeting.call('berta');
    native.join();
    await native.wait('JOIN_ACK');
  });

  it('closes with 4403 on a JOIN with a token that nobody has', async () => {
    const stranger = await meeting.call('zoe');
    stranger.join();
    expect(await stranger.ended).toMatchObject({ code: 4403 });
  });

  it('answers an upgrade without the subprotocols by saying what is missing', async () => {
    const key = ['Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA=='];
    for (const offered of [
      [],
      ['Sec-WebSocket-Protocol: chat'],
      [`Sec-WebSocket-Protocol: ${SUBPROTOCOL}`],
    ]) {
      const answer = await upgradeByHand(meeting.address, [...key, ...offered]);
      expect(answer).toMatch(/^HTTP\/1.1 400 Bad Request\r\n/);
      expect(answer).toContain('with the subprotocols "_aws_wt_session" and the join token.');
    }
  });

  it('bears a broken handshake', async () => {
    const offered = `Sec-WebSocket-Protocol: ${SUBPROTOCOL}, token-anna`;
    const answer = await upgradeByHand(meeting.address, [offered, 'Sec-WebSocket-Key: short']);
    expect(answer).toMatch(/^HTTP\/1.1 400 Bad Request\r\n/);
    await meeting.call('anna');
  });

  it('closes a connection that sends text', async () => {
    const anna = await meeting.call('anna');
    anna.socket.send('hello');
    expect(await anna.ended).toEqual({ code: 1003, reason: 'Messages are binary.' });
  });

  it('closes a connection that sends more than a frame can have', async () => {
    const anna = await meeting.call('anna');
    anna.join();
    await anna.wait('INDEX');
    anna.socket.send(Buffer.alloc(600 * 1024, 5));
    expect(await anna.ended).toMatchObject({ code: 1009 });
    await expect.poll(() => meeting.signalling.connections).toBe(0);
  });

  it('takes no more of somebody with an unknown token than a JOIN can have', async () => {
    const stranger = await meeting.call('zoe');
    stranger.socket.send(Buffer.alloc(10_000, 5));
    expect(await stranger.ended).toMatchObject({ code: 1009 });
  });

  it('cuts a reason to what a close frame can carry', async () => {
    const anna = await meeting.call('anna');
    anna.join();
    anna.receive(Buffer.from('05', 'hex'));
    const berta = await meeting.call('berta');
    berta.join().subscribe();
    await berta.wait('SUBSCRIBE_ACK');
    meeting.media.room.peerOf('berta').options.listener.lost('ä'.repeat(100));
    expect(await berta.ended).toEqual({ code: 4503, reason: 'ä'.repeat(61) });
    expect((await anna.ended).code).toBe(4400);
  });

  it('sees that a client went without a close', async () => {
    const anna = await meeting.call('anna');
    const berta = await meeting.call('berta');
    anna.join().subscribe();
    berta.join().subscribe({ videos: [{ mid: '1', direction: 'sendrecv' }], layers: [600] });
    await expect.poll(() => anna.sources).toHaveLength(1);
    berta.socket.terminate();
    await expect.poll(() => anna.last('INDEX')['index']).toHaveProperty('pausedAtSourceIds');
  });

  it('tells all at once when it stops, and waits until they are closed', async () => {
    const anna = await meeting.call('anna');
    const berta = await meeting.call('berta');
    anna.join().subscribe();
    berta.join();
    await berta.wait('INDEX');
    await anna.wait('SUBSCRIBE_ACK');
    await meeting.signalling.close();
    for (const client of [anna, berta]) {
      expect(await client.ended).toEqual({ code: 1001, reason: 'The service stops.' });
      expect(client.frames.at(-1)?.['audioStatus']).toEqual({ audioStatus: 410 });
    }
  });
});
