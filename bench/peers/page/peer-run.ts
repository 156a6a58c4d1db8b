import { paintPicture, type BackgroundName } from '../../page/bench-background';
import { openCamera, type OpenedCamera } from '../../page/open-camera';
import { toBase64 } from '../../page/to-base64';
import { compositeFault } from '../../src/peers/composite-fault';
import { countDelivered } from '../../src/peers/count-delivered';
import type { PeerName } from '../../src/peers/peer-names';
import { firstComposite, type Fault } from './first-composite';
import { paintColor } from './paint-color';
import type { PeerBackground } from './peer';
import { PEERS } from './peers';
import { Sampler } from './sampler';
import { WatchedTrack } from './watched-track';

/** What a library was started with, and what comes out. */
interface Started {
  readonly camera: WatchedTrack;
  readonly output: WatchedTrack;
  /** Finds nothing in pass-through, which shows the room. */
  readonly fault: Fault;
}

/** One library, or none, between the camera and a consumer that paints nothing. */
export class PeerRun {
  readonly #sampler = new Sampler();
  #started: Started | undefined;
  size = { width: 0, height: 0 };

  /** @returns Milliseconds from its start, its script loaded, to the first composite. */
  async start(name: PeerName, backgroundName: BackgroundName): Promise<number> {
    const peer = await PEERS[name]();
    const opened = await openCamera();
    const camera = new WatchedTrack(opened.track.clone());
    const { track, ...size } = opened;
    this.size = size;
    const { background, compare } = await this.#open(opened, backgroundName);
    const fault: Fault = name === 'passthrough' ? () => undefined : compare;
    let startedAtMs = 0;
    const begin = async (): Promise<WatchedTrack> => {
      startedAtMs = performance.now();
      const output = new WatchedTrack(await peer.start({ camera: track, ...size, background }));
      this.#started = { camera, output, fault };
      return output;
    };
    return (await firstComposite(camera, begin, fault, this.#sampler)) - startedAtMs;
  }

  /** Frames that have come out so far. */
  framesOut(): number {
    return this.#get().output.arrivals.length;
  }

  /** When the next frame has come out. */
  async nextFrameMs(): Promise<number> {
    return this.#get().output.next((_, { atMs }) => atMs);
  }

  /** Frames that came out after a moment and up to another, those that were held left out. */
  framesBetween(fromMs: number, toMs: number): number {
    const { camera, output } = this.#get();
    return countDelivered(camera.arrivals, output.between(fromMs, toMs));
  }

  /** The next frame that comes out, as a PNG in base64, and what is wrong with what it shows. */
  async picture(): Promise<{ readonly png: string; readonly fault: string | undefined }> {
    const { camera, output, fault } = this.#get();
    const { canvas, sample } = await output.next((frame) => ({
      canvas: paintFrame(frame),
      sample: this.#sampler.sample(frame),
    }));
    const now = await camera.next((frame) => this.#sampler.sample(frame));
    return { png: await toBase64(canvas, 'image/png'), fault: fault(sample, now) };
  }

  async #open(
    size: OpenedCamera,
    name: BackgroundName,
  ): Promise<{ background: PeerBackground; compare: Fault }> {
    const picture = await (name === 'color' ? paintColor : paintPicture)(size.width, size.height);
    const pictureUrl = URL.createObjectURL(picture);
    const behind =
      name === 'blur' ? undefined : this.#sampler.sample(await createImageBitmap(picture));
    return {
      background: { name, picture, pictureUrl },
      compare: (output, camera) => compositeFault(output, camera, behind),
    };
  }

  #get(): Started {
    if (!this.#started) throw new Error('Nothing was started.');
    return this.#started;
  }
}

function paintFrame(frame: VideoFrame): OffscreenCanvas {
  const canvas = new OffscreenCanvas(frame.displayWidth, frame.displayHeight);
  canvas.getContext('2d', { alpha: false })?.drawImage(frame, 0, 0);
  return canvas;
}
