import { describe, expect, it } from 'vitest';
import { openOutput } from './frame-output';

const frame = (timestamp: number): VideoFrame =>
  new VideoFrame(new Uint8Array(16), { format: 'RGBA', codedWidth: 2, codedHeight: 2, timestamp });

/** An output to a page, and the times of the frames that were posted to it. */
function toPage() {
  const times: number[] = [];
  const output = openOutput({ type: 'posted' }, (event) => {
    if (event.type !== 'frame') return;
    times.push(event.frame.timestamp);
    event.frame.close();
  });
  return { output, times };
}

describe('frames that are posted to a page', () => {
  it('are two at most that the page has not taken, then the newest', () => {
    const { output, times } = toPage();
    const frames = [0, 1, 2, 3, 4].map(frame);
    frames.forEach((each) => output.write(each));
    expect(times).toEqual([0, 1]);
    expect(frames.map(({ format }) => format)).toEqual([null, null, null, null, 'RGBA']);
    output.taken?.();
    output.taken?.();
    output.write(frame(5));
    expect(times).toEqual([0, 1, 4, 5]);
  });

  it('are not posted once what waits is to be forgotten', async () => {
    const { output, times } = toPage();
    const [waiting, late] = [frame(2), frame(3)];
    [frame(0), frame(1), waiting].forEach((each) => output.write(each));
    output.forget?.();
    expect(waiting.format).toBeNull();
    output.write(late);
    await output.close();
    expect(late.format).toBeNull();
    expect(times).toEqual([0, 1]);
  });
});
