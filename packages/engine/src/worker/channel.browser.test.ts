import { describe, expect, it } from 'vitest';
import { BackgroundError, WorkerLostError } from '../errors';
import { CallClient, serveCalls, transferList } from './channel';

interface SumCalls {
  add: { args: { a: number; b: number }; result: number };
  fail: { args: object; result: void };
  wait: { args: object; result: void };
  give: { args: object; result: { track: unknown } };
}

/** A track, which Chromium cannot move. */
function canvasTrack(): MediaStreamTrack {
  const [track] = document.createElement('canvas').captureStream().getVideoTracks();
  if (!track) throw new Error('A canvas without a captured track.');
  return track;
}

let given: MediaStreamTrack | undefined;

function connected(): CallClient<SumCalls, { type: 'note' }> {
  const { port1, port2 } = new MessageChannel();
  [port1, port2].forEach((port) => port.start());
  serveCalls<SumCalls>(port2, {
    add: ({ a, b }) => a + b,
    fail: () => {
      throw new BackgroundError('no such picture');
    },
    wait: () => new Promise(() => undefined),
    give: () => ({ track: given }),
  });
  return new CallClient(port1, () => undefined);
}

describe('a channel to a worker', () => {
  it('answers each call with its own result', async () => {
    const client = connected();
    const calls = [client.call('add', { a: 1, b: 2 }), client.call('add', { a: 3, b: 4 })];
    expect(await Promise.all(calls)).toEqual([3, 7]);
  });

  it('carries an error over with its class, code and message', async () => {
    const call = connected().call('fail', {});
    await expect(call).rejects.toBeInstanceOf(BackgroundError);
    await expect(call).rejects.toMatchObject({ code: 'background', message: 'no such picture' });
  });

  it('rejects what waits when the worker is given up', async () => {
    const client = connected();
    const call = client.call('wait', {});
    client.abandon();
    await expect(call).rejects.toBeInstanceOf(WorkerLostError);
  });

  it('stops the track in what comes later: its camera must not stay on', async () => {
    const client = connected();
    client.abandon();
    const track = canvasTrack();
    await expect(client.call('wait', { track })).rejects.toBeInstanceOf(WorkerLostError);
    expect(track.readyState).toBe('ended');
  });

  it('rejects what cannot move, stops the track in it, and takes the next call', async () => {
    const client = connected();
    const track = canvasTrack();
    await expect(client.call('wait', { track })).rejects.toThrow(/transferable type/);
    expect(track.readyState).toBe('ended');
    expect(await client.call('add', { a: 1, b: 2 })).toBe(3);
  });

  it('answers with the error where the answer cannot move, and stops the track in it', async () => {
    given = canvasTrack();
    await expect(connected().call('give', {})).rejects.toThrow(/transferable type/);
    expect(given.readyState).toBe('ended');
  });

  it('is heard by a worker that was given up, where that is asked for', async () => {
    const client = connected();
    client.abandon();
    expect(await client.callAnyway('add', { a: 1, b: 2 })).toBe(3);
  });

  it('rejects what comes later, and closes the frame in it', async () => {
    const client = connected();
    client.abandon();
    const init = { format: 'RGBA', codedWidth: 2, codedHeight: 2, timestamp: 0 } as const;
    const frame = new VideoFrame(new Uint8Array(16), init);
    await expect(client.call('wait', { frame })).rejects.toBeInstanceOf(WorkerLostError);
    expect(frame.format).toBeNull();
  });

  it('finds what must be transferred, down to a background in the arguments', () => {
    const { port1 } = new MessageChannel();
    const buffer = new ArrayBuffer(8);
    const args = { port: port1, background: { type: 'image', bitmap: buffer }, epoch: 1 };
    const [first, second, ...rest] = transferList(args);
    expect([first === port1, second === buffer, rest.length]).toEqual([true, true, 0]);
    port1.close();
  });

  it('copies what is no object of its own right', () => {
    expect(transferList({ text: 'a', list: [1], none: null })).toEqual([]);
  });
});
