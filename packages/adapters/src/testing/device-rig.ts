import {
  eventually,
  FakeCameras,
  paintRoom,
  Recorder,
  ROOM,
  type Rgb,
} from '@cyclorama/testing/browser';
import { DefaultDeviceController, NoOpLogger, type VideoInputDevice } from 'amazon-chime-sdk-js';

const SMALL = { width: 320, height: 180, paint: paintRoom } as const;

/** The SDK's device controller with two cameras, `front` and `back`, and all that it sent. */
export class DeviceRig {
  readonly cameras = new FakeCameras({ front: SMALL, back: { ...SMALL, width: 240 } });
  readonly controller = new DefaultDeviceController(new NoOpLogger());
  /** The cameras that it was told are gone. */
  readonly ended: (string | undefined)[] = [];
  readonly recorders: Recorder[] = [];

  constructor() {
    this.controller.addDeviceChangeObserver({
      videoInputStreamEnded: (deviceId) => this.ended.push(deviceId),
    });
  }

  /** Starts a device, and looks at every frame from then on. Gives what the SDK sends. */
  async start(device: VideoInputDevice): Promise<MediaStreamTrack> {
    const stream = await this.controller.startVideoInput(device);
    const [track] = stream?.getVideoTracks() ?? [];
    if (!track) throw new Error('The SDK has nothing to send.');
    this.recorders.push(new Recorder(track, ROOM));
    return track;
  }

  /** Waits until what was started last shows a colour in its corner. */
  shows(wanted: Rgb): Promise<void> {
    const isShown = (): boolean => {
      const seen = this.recorders.at(-1)?.sightings.at(-1)?.corner;
      return wanted.every((value, channel) => Math.abs((seen?.[channel] ?? -99) - value) < 12);
    };
    return eventually(`${wanted.join()} is shown`, isShown);
  }

  /** Waits until the SDK knows of so many ends. */
  knowsOfEnds(count: number): Promise<void> {
    return eventually('the SDK knows', () => this.ended.length === count);
  }

  /** Largest share of a frame that showed the room. */
  get roomSeen(): number {
    const seen = this.recorders.flatMap(({ sightings }) => sightings);
    return Math.max(0, ...seen.map(({ roomShare }) => roomShare));
  }

  async close(): Promise<void> {
    await this.controller.stopVideoInput();
    for (const recorder of this.recorders) recorder.close();
    this.cameras.restore();
  }
}
