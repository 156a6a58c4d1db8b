import { eventually, Recorder, sleep } from '@cyclorama/testing/browser';
import { afterEach, describe, expect, it } from 'vitest';
import { Rig, ROOM, type RigOptions } from './testing/rig';

let rig: Rig | undefined;
afterEach(() => {
  rig?.close();
  rig = undefined;
});

async function started(options: RigOptions = {}): Promise<Rig> {
  rig = await Rig.start({ path: 'canvas', ...options });
  await rig.running();
  return rig;
}

describe('a copy of the output by MediaStream.clone() on path canvas', () => {
  it.each([
    ['the output is stopped', (run: Rig) => run.output.stop()],
    ['the processor is closed', (run: Rig) => run.processor.close()],
  ])('shows the flat colour and no room once %s', async (_, end) => {
    const options = { background: { type: 'none' }, holdingColor: '#0000ff' } as const;
    const run = await started(options);
    const [copy] = new MediaStream([run.output]).clone().getVideoTracks();
    if (!copy) throw new Error('A stream without a track.');
    const recorder = new Recorder(copy, ROOM);
    await eventually(
      'the copy shows the room',
      () => (recorder.sightings.at(-1)?.roomShare ?? 0) > 0,
    );
    end(run);
    await eventually('it is closed', () => run.processor.state === 'closed');
    const isBlue = (): boolean => (recorder.sightings.at(-1)?.corner[2] ?? 0) > 250;
    await eventually('the copy is blue', isBlue);
    await sleep(1000);
    expect(isBlue()).toBe(true);
    recorder.close();
    copy.stop();
  });
});

describe('the page on path canvas', () => {
  it('is posted no pile of frames while it is blocked', async () => {
    let posted = 0;
    const { Worker: Native } = globalThis;
    globalThis.Worker = class extends Native {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        this.addEventListener('message', ({ data }: MessageEvent<{ type?: string }>) => {
          if (data.type === 'frame') posted++;
        });
      }
    };
    const run = await started();
    globalThis.Worker = Native;
    await run.frames(5);
    posted = 0;
    const blockedAtMs = performance.now();
    while (performance.now() - blockedAtMs < 1500);
    await sleep(10);
    expect(posted).toBeGreaterThan(0);
    expect(posted).toBeLessThanOrEqual(4);
    await run.frames(10);
    expect(run.roomSeen()).toBe(0);
  });
});
