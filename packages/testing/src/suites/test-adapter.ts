import type { CycloramaError, ProcessorOptions } from 'cyclorama';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventually, sleep } from '../browser/eventually';
import { FakeCameras } from '../browser/fake-cameras';
import { hurtableWorkers, type Victim } from '../browser/faulty-workers';
import type { Paint } from '../browser/frame-feed';
import { Recorder } from '../browser/recorder';
import type { Rgb } from '../browser/recorder-protocol';
import { paintPersonInRoom, ROOM } from '../browser/room';
import { watchFrames } from '../browser/watch-frames';

/** What an app does with an adapter and the SDK that it is for. */
export interface AdaptedCall {
  /**
   * Publishes a camera by its id, in place of what was published, as the app's user chooses one.
   * @returns What the SDK sends.
   */
  publish(deviceId: string): Promise<MediaStreamTrack>;
  /** Switches the video off, as the app's user does. */
  unpublish(): Promise<void>;
  /** Changes the options in a running call. */
  update(options: Pick<ProcessorOptions, 'background'>): Promise<void>;
  /** Ends what the adapter has made, for good. */
  close(): Promise<void>;
  /** Whether the SDK has learnt that what it showed last is at its end. */
  readonly knowsOfEnd: boolean;
  /** What the adapter's listeners were told. */
  readonly errors: readonly CycloramaError[];
}

const BLUE = { type: 'color', color: '#0000ff' } as const;
const GREEN = { type: 'color', color: '#008040' } as const;

/** Share of a frame that may be left of the room, at the person's edge. A raw frame has a third. */
const EDGE_SHARE = 0.005;
/** How long a processor may wait for another source before it ends. */
const GRACE_MS = 2300;
/** Frames that a worker may have in its hands at one moment. */
const IN_HAND = 6;

const isNear = (seen: Rgb, wanted: Rgb): boolean =>
  seen.every((value, channel) => Math.abs(value - (wanted[channel] ?? 0)) < 12);
const isBlue = (seen: Rgb): boolean => isNear(seen, [0, 0, 255]);
const isGreen = (seen: Rgb): boolean => isNear(seen, [0, 128, 64]);

/**
 * What every adapter must do, with the real SDK.
 * @param name - The adapter's.
 * @param open - Makes a call that publishes nothing yet; the processor gets the options.
 */
export function testAdapter(name: string, open: (options: ProcessorOptions) => AdaptedCall): void {
  describe(`the ${name} adapter`, () => {
    const openFrames = watchFrames();
    let paint: Paint | undefined;
    let cameras: FakeCameras;
    let call: AdaptedCall;
    let victims: Victim[];
    let restoreWorkers: () => void;
    const recorders: Recorder[] = [];

    beforeEach(async () => {
      paint ??= await paintPersonInRoom();
      const small = { width: 320, height: 180, paint };
      cameras = new FakeCameras({ front: small, back: { ...small, width: 240, height: 320 } });
      ({ victims, restore: restoreWorkers } = hurtableWorkers());
      call = open({ background: BLUE });
    });
    afterEach(async () => {
      await call.unpublish();
      await call.close();
      for (const recorder of recorders.splice(0)) recorder.close();
      cameras.restore();
      restoreWorkers();
    });

    /** Publishes a camera and looks at every frame that is sent from then on. */
    async function record(deviceId: string): Promise<Recorder> {
      const recorder = new Recorder(await call.publish(deviceId), ROOM);
      recorders.push(recorder);
      return recorder;
    }

    const showsPerson = ({ sightings }: Recorder): boolean => {
      const last = sightings.at(-1);
      return last !== undefined && isBlue(last.corner) && !isBlue(last.center);
    };
    const person = (recorder: Recorder): Promise<void> =>
      eventually('the person is shown before blue', () => showsPerson(recorder));
    const roomSeen = (): number =>
      Math.max(0, ...recorders.flatMap(({ sightings }) => sightings.map((s) => s.roomShare)));
    const openInWorkers = (): Promise<number[]> =>
      Promise.all(victims.map((victim) => victim.openFrames()));

    const mostOpen = async (): Promise<number> =>
      Math.max(openFrames(), ...(await openInWorkers()));
    const noFrameIsOpen = (): Promise<void> => expect.poll(mostOpen, { timeout: 5000 }).toBe(0);

    it('starts, hides the room from the first frame on, and closes every frame', async () => {
      const recorder = await record('front');
      await person(recorder);
      const seen = recorder.sightings.length;
      await eventually('thirty frames more', () => recorder.sightings.length > seen + 30);
      expect(roomSeen()).toBeLessThan(EDGE_SHARE);
      expect(await mostOpen()).toBeLessThan(IN_HAND);
      await call.unpublish();
      await call.close();
      cameras.last.stop();
      await noFrameIsOpen();
      expect(call.errors).toEqual([]);
    });

    it('changes the background', async () => {
      const recorder = await record('front');
      await person(recorder);
      await call.update({ background: GREEN });
      await eventually('green', () => isGreen(recorder.sightings.at(-1)?.corner ?? ROOM));
      expect(roomSeen()).toBeLessThan(EDGE_SHARE);
    });

    it('goes on with another camera, of another shape, and leaves the first', async () => {
      await person(await record('front'));
      const other = await record('back');
      await eventually('upright frames', () => other.sightings.at(-1)?.height === 320);
      await person(other);
      expect(cameras.on).toEqual(['back']);
      expect(roomSeen()).toBeLessThan(EDGE_SHARE);
    });

    it('tells the SDK that the camera is gone, and publishes another one', async () => {
      await person(await record('front'));
      cameras.last.unplug();
      await eventually('the SDK knows', () => call.knowsOfEnd);
      await person(await record('back'));
      expect(roomSeen()).toBeLessThan(EDGE_SHARE);
    });

    it('hides the room while the camera is muted, and after', async () => {
      const recorder = await record('front');
      await person(recorder);
      cameras.last.setMuted(true);
      const seen = recorder.sightings.length;
      await eventually('frames go out meanwhile', () => recorder.sightings.length > seen + 5);
      const meanwhile = recorder.sightings.slice(seen);
      expect(meanwhile.filter(({ corner }) => !isBlue(corner))).toEqual([]);
      cameras.last.setMuted(false);
      await person(recorder);
      expect(roomSeen()).toBeLessThan(EDGE_SHARE);
    });

    it.each([
      ['at once', 0],
      ['later', GRACE_MS],
    ])('switches the camera off, and on again %s', async (_, pauseMs) => {
      await person(await record('front'));
      await call.unpublish();
      expect(cameras.on).toEqual([]);
      await sleep(pauseMs);
      await person(await record('front'));
      expect(cameras.on).toEqual(['front']);
      expect(roomSeen()).toBeLessThan(EDGE_SHARE);
    });

    it('hides the room and tells why, where it has no model', async () => {
      call = open({ background: BLUE, assetsUrl: '/nowhere/' });
      const recorder = await record('front');
      await eventually('it is told', () => call.errors.length > 0);
      const seen = recorder.sightings.length;
      await eventually('ten frames more', () => recorder.sightings.length > seen + 10);
      expect(call.errors[0]?.code).toBe('model-load');
      expect(roomSeen()).toBe(0);
    });

    it('can be closed while it starts, and twice', async () => {
      for (const pauseMs of [0, 10, 60]) {
        call = open({ background: BLUE });
        const publishing = call.publish('front').catch(() => undefined);
        await sleep(pauseMs);
        await call.close();
        await publishing;
        await call.unpublish();
        await call.close();
        expect(cameras.on).toEqual([]);
      }
      await noFrameIsOpen();
    });
  });
}
