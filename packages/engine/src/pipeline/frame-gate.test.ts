import { describe, expect, it, vi } from 'vitest';
import { FrameGate } from './frame-gate';

const fakeFrame = (): VideoFrame => ({ close: vi.fn() }) as unknown as VideoFrame;

/** A gate whose processing ends when the test says so. */
function gateInHand(): { gate: FrameGate; taken: VideoFrame[]; finish: () => Promise<void> } {
  const taken: VideoFrame[] = [];
  let resolve = (): void => undefined;
  const gate = new FrameGate((frame) => {
    taken.push(frame);
    return new Promise((done) => (resolve = done));
  });
  const finish = async (): Promise<void> => {
    resolve();
    await new Promise((settled) => setTimeout(settled));
  };
  return { gate, taken, finish };
}

describe('FrameGate', () => {
  it('processes a frame at once when idle', () => {
    const { gate, taken } = gateInHand();
    const frame = fakeFrame();
    gate.offer(frame);
    expect(taken).toEqual([frame]);
  });

  it('drops the older frame when a newer one arrives', async () => {
    const { gate, taken, finish } = gateInHand();
    const [first, older, newer] = [fakeFrame(), fakeFrame(), fakeFrame()];
    [first, older, newer].forEach((frame) => gate.offer(frame));
    expect(older.close).toHaveBeenCalledOnce();
    await finish();
    expect(taken).toEqual([first, newer]);
    expect(gate.framesIn).toBe(3);
    expect(gate.framesDropped).toBe(1);
  });
});
