import { sleep } from '@cyclorama/testing/browser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CompositeSink, STALE_MS } from './composite-sink';

const RED = 'rgb(255, 0, 0)';
const HOLDING = '#0000ff';
const SIZE = { width: 64, height: 36 };

let written: VideoFrame[] = [];
let forgotten = 0;
let sink: CompositeSink;

beforeEach(() => {
  forgotten = 0;
  const output = {
    write: (frame: VideoFrame) => void written.push(frame),
    forget: () => {
      forgotten++;
    },
    close: async () => {},
  };
  sink = new CompositeSink(output, SIZE, HOLDING);
});

afterEach(() => {
  sink.close();
  written.forEach((frame) => frame.close());
  written = [];
});

function composite(timestamp: number, color = RED): VideoFrame {
  const canvas = new OffscreenCanvas(SIZE.width, SIZE.height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2D context');
  context.fillStyle = color;
  context.fillRect(0, 0, SIZE.width, SIZE.height);
  return new VideoFrame(canvas, { timestamp });
}

const take = (frame: VideoFrame, epoch: number, nowMs: number): boolean =>
  sink.take({ type: 'composite', frame, epoch, arrivedAtMs: nowMs }, nowMs);

/** Held frames are copied before they leave. */
const settled = (): Promise<void> => sleep(30);

async function lastColor(): Promise<string> {
  await settled();
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  const frame = written.at(-1);
  if (!context || !frame) return 'nothing';
  context.drawImage(frame, 0, 0);
  const [red = 0, , blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return red > 200 ? 'composite' : blue > 200 ? 'holding' : 'other';
}

describe('CompositeSink', () => {
  it('sends the holding frame until the first composite', async () => {
    sink.hold(0);
    expect(await lastColor()).toBe('holding');
    take(composite(1), 0, 10);
    expect(await lastColor()).toBe('composite');
  });

  it('repeats the last composite while the source is silent, however long', async () => {
    take(composite(1), 0, 0);
    sink.hold(60_000);
    await settled();
    expect(written).toHaveLength(2);
    expect(await lastColor()).toBe('composite');
  });

  it('sends the holding frame once the last composite is a second old after a failure', async () => {
    take(composite(1), 0, 0);
    sink.fail();
    sink.hold(STALE_MS - 100);
    expect(await lastColor()).toBe('composite');
    sink.hold(STALE_MS + 100);
    expect(await lastColor()).toBe('holding');
  });

  it('comes back with the next composite', async () => {
    sink.fail();
    sink.hold(5000);
    take(composite(1), 0, 5001);
    sink.hold(9000);
    expect(await lastColor()).toBe('composite');
  });

  it('refuses composites that were begun before an epoch, and forgets the last one', async () => {
    take(composite(1), 1, 0);
    sink.refuseBefore(2, 5);
    const late = composite(2);
    expect(take(late, 1, 10)).toBe(false);
    expect(late.format).toBeNull();
    sink.hold(200);
    expect(await lastColor()).toBe('holding');
  });

  it('holds while the source is muted', async () => {
    take(composite(1), 0, 0);
    sink.setMuted(true, 5);
    expect(take(composite(2), 0, 10)).toBe(false);
    sink.hold(200);
    expect(await lastColor()).toBe('holding');
    sink.setMuted(false, 250);
    expect(take(composite(3), 0, 300)).toBe(true);
  });

  it('shows the background where there is one, at the size of the composites', async () => {
    take(composite(1), 0, 0);
    sink.refuseBefore(1, 5);
    sink.show({ type: 'color', color: '#ff0000' });
    sink.hold(200);
    expect(await lastColor()).toBe('composite');
    expect(written.at(-1)?.displayWidth).toBe(SIZE.width);
  });

  it('sends timestamps that only rise', async () => {
    take(composite(50_000), 0, 0);
    sink.hold(150);
    await settled();
    take(composite(83_333), 0, 160);
    take(composite(0), 0, 200);
    await settled();
    const stamps = written.map((frame) => frame.timestamp);
    expect(stamps).toHaveLength(4);
    expect(stamps).toEqual([...stamps].sort((a, b) => a - b));
    expect(new Set(stamps).size).toBe(stamps.length);
  });

  it.each([
    ['refuses an epoch', () => sink.refuseBefore(2, 5)],
    ['is muted', () => sink.setMuted(true, 5)],
    ['is closed', () => sink.close()],
  ])('has the output forget what waits there when it %s', (_, step) => {
    take(composite(1), 1, 0);
    expect(forgotten).toBe(0);
    step();
    expect(forgotten).toBe(1);
  });

  it('does not send a repeat that is refused while it is copied', async () => {
    take(composite(1), 1, 0);
    sink.hold(200);
    sink.refuseBefore(2, 200);
    await settled();
    expect(written).toHaveLength(2);
    expect(await lastColor()).toBe('holding');
  });
});
