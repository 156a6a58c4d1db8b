import { eventually, samplePerson, sleep, type Paint, type Rgb } from '@cyclorama/testing/browser';
import { afterEach, describe, expect, it } from 'vitest';
import type { WorkerSegmenter } from '../segment/worker-segmenter';
import { isBlue } from '../testing/red-person';
import { Rig, ROOM } from '../testing/rig';
import { bodypix } from './bodypix';
import { NO_WEIGHTS, RUNTIMES, withWeights } from './testing/drive';

const BLUE = { type: 'color', color: '#0000ff' } as const;

/** Above the numbers of the engine's own calls, whose answers come on the same worker. */
let lastId = 1e6;
/** Of segmenters, started and not ended. */
const alive = new Set<Worker>();
let rig: Rig | undefined;

afterEach(() => rig?.close());

/** The same segmenter, with its workers in sight. */
function watched(segmenter: WorkerSegmenter): WorkerSegmenter {
  const startWorker = (): Worker => {
    const worker = segmenter.startWorker();
    const end = worker.terminate.bind(worker);
    worker.terminate = () => void (end(), alive.delete(worker));
    alive.add(worker);
    return worker;
  };
  return { ...segmenter, startWorker };
}

const SEGMENTERS = {
  selfie: () => 'selfie' as const,
  own: () => watched(bodypix(withWeights(RUNTIMES.own))),
  tfjs: () => watched(bodypix(withWeights({ ...RUNTIMES.tfjs, people: 'largest' }))),
};

function tensorsOf(worker: Worker): Promise<number> {
  const id = ++lastId;
  return new Promise((resolve) => {
    worker.addEventListener('message', function hear({ data }: MessageEvent<Holdings>) {
      if (data.id !== id) return;
      worker.removeEventListener('message', hear);
      resolve(data.result.tensors);
    });
    worker.postMessage({ type: 'holdings', id, args: {} });
  });
}

interface Holdings {
  readonly id: number;
  readonly result: { readonly tensors: number };
}

/** What it holds between two pictures: while one is under way it is more. */
async function leastHeld(worker: Worker): Promise<number> {
  let least = Infinity;
  for (let time = 0; time < 20; time++) {
    least = Math.min(least, await tensorsOf(worker));
    await sleep(10);
  }
  return least;
}

/** The sample's person, in a room that has vivid walls. */
async function paintSample(): Promise<Paint> {
  const { picture } = await samplePerson();
  return (context) => {
    const { width, height } = context.canvas;
    context.drawImage(picture, 0, 0, width, height);
    context.fillStyle = `rgb(${ROOM.join(',')})`;
    for (const x of [0, width * 0.95]) context.fillRect(x, 0, width * 0.05, height);
  };
}

describe.skipIf(!__SHARED_DATA__)(`BodyPix in a processor${NO_WEIGHTS}`, () => {
  it(
    'changes places ten times, and no frame is raw, black or held',
    { timeout: 60_000 },
    async () => {
      const run = (rig = await Rig.start({ background: BLUE, paint: await paintSample() }));
      await run.running();
      await run.frames(5);
      const skin = run.recorder.sightings.at(-1)?.center ?? [0, 0, 255];
      expect(isBlue(skin)).toBe(false);
      const { length: from } = run.recorder.sightings;
      const held: Record<string, Set<number>> = { own: new Set(), tfjs: new Set() };

      const turns = ['own', 'selfie', 'own', 'selfie', 'own'] as const;
      for (const turn of [...turns, 'tfjs', 'selfie', 'tfjs', 'own', 'tfjs'] as const) {
        await run.processor.update({ segmenter: SEGMENTERS[turn]() });
        expect(alive.size).toBe(turn === 'selfie' ? 0 : 1);
        await run.frames(4);
        for (const worker of alive) {
          held[turn]?.add(await leastHeld(worker));
          await run.frames(4);
          held[turn]?.add(await leastHeld(worker));
        }
      }

      const near = (center: Rgb): boolean =>
        center.every((value, channel) => Math.abs(value - (skin[channel] ?? 0)) < 20);
      const sightings = run.recorder.sightings.slice(from);
      expect(sightings.length).toBeGreaterThan(60);
      expect(sightings.filter(({ corner, center }) => !isBlue(corner) || !near(center))).toEqual(
        [],
      );
      expect(run.roomSeen(from)).toBe(0);
      expect(run.errors).toEqual([]);
      console.info(
        'held',
        Object.entries(held).map(([name, counts]) => [name, ...counts]),
      );
      for (const counts of Object.values(held)) expect(counts.size).toBe(1);
      expect(Math.min(...(held.tfjs ?? []))).toBeGreaterThan(50);

      run.processor.close();
      await eventually('no worker is left', () => alive.size === 0);
    },
  );
});
