import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { beat, channelOver } from './socket-channel';

/** Notes what is done to it. */
class FakeSocket extends EventEmitter {
  readonly calls: string[] = [];
  bufferedAmount = 0;

  send(bytes: Uint8Array): void {
    this.calls.push(`send ${bytes.length}`);
  }

  close(code: number, reason: string): void {
    this.calls.push(`close ${code} ${reason}`);
  }

  ping(): void {
    this.calls.push('ping');
  }

  terminate(): void {
    this.calls.push('terminate');
  }
}

describe('the channel over a WebSocket', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('lets a client go that leaves a megabyte unread', () => {
    const socket = new FakeSocket();
    const channel = channelOver(socket);
    socket.bufferedAmount = 1024 * 1024;
    channel.send(Uint8Array.of(1));
    socket.bufferedAmount += 1;
    channel.send(Uint8Array.of(1));
    expect(socket.calls).toEqual(['send 1', 'terminate']);
  });

  it('does not wait longer than a second for the other end of a close', () => {
    const socket = new FakeSocket();
    channelOver(socket).close(1000, 'Left.');
    vi.advanceTimersByTime(999);
    expect(socket.calls).toEqual(['close 1000 Left.']);
    vi.advanceTimersByTime(1);
    expect(socket.calls).toEqual(['close 1000 Left.', 'terminate']);
  });

  it('goes on while pings are answered', () => {
    const socket = new FakeSocket();
    const stop = beat(socket);
    for (let beats = 0; beats < 3; beats++) {
      vi.advanceTimersByTime(10_000);
      socket.emit('pong');
    }
    expect(socket.calls).toEqual(['ping', 'ping', 'ping']);
    stop();
    vi.advanceTimersByTime(60_000);
    expect(socket.calls).toHaveLength(3);
  });

  it('ends ten seconds after a ping that is not answered', () => {
    const socket = new FakeSocket();
    beat(socket);
    vi.advanceTimersByTime(19_999);
    expect(socket.calls).toEqual(['ping']);
    vi.advanceTimersByTime(1);
    expect(socket.calls).toEqual(['ping', 'terminate']);
  });
});
