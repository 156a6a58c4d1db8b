import { paintPicture, type BackgroundName } from '../../page/bench-background';
import { openCamera, type OpenedCamera } from '../../page/open-camera';
import { toBase64 } from '../../page/to-base64';
import { compositeFault, type Sample } from '../../src/peers/composite-fault';
import { countDelivered } from '../../src/peers/count-delivered';
import type { PeerName } from '../../src/peers/peer-names';
import { paintColor } from './paint-color';
import type { PeerBackground } from './peer';
import { PEERS } from './peers';
import { Sampler } from './sampler';
import { WatchedTrack } from './watched-track';

const FIRST_COMPOSITE_LIMIT_MS = 60_000;

/** What a library was started with, and what comes out. */
interface Started {
  readonly camera: WatchedTrack;
  readonly output: WatchedTrack;
  /** What is wrong with a frame of the output beside one of the camera; nothing in pass-through. */
  readonly fault: (output: Sample, camera: Sample) => string | undefined;
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
    const before = await camera.next((frame) => this.#sampler.sample(frame));
    const { background, fault } = await this.#open(opened, backgroundName);
    const { track, ...size } = opened;
    this.size = size;
    const startedAtMs = performance.now();
    const output = new WatchedTrack(await peer.start({ camera: track, ...size, background }));
    const started = { camera, output, fault: name === 'passthrough' ? () => undefined : fault };
    this.#started = started;
    return (await this.#firstComposite(started, before)) - startedAtMs;
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
  ): Promise<{ background: PeerBackground; fault: Started['fault'] }> {
    const picture = await (name === 'color' ? paintColor : paintPicture)(size.width, size.height);
    const pictureUrl = URL.createObjectURL(picture);
    const behind =
      name === 'blur' ? undefined : this.#sampler.sample(await createImageBitmap(picture));
    return {
      background: { name, picture, pictureUrl },
      fault: (output, camera) => compositeFault(output, camera, behind),
    };
  }

  async #firstComposite({ output, fault }: Started, camera: Sample): Promise<number> {
    const limitMs = performance.now() + FIRST_COMPOSITE_LIMIT_MS;
    for (let reason = 'no frame'; ;) {
      const seen = await Promise.race([
        output.next((frame, { atMs }) => ({ atMs, sample: this.#sampler.sample(frame) })),
        new Promise<undefined>((resolve) => setTimeout(resolve, limitMs - performance.now())),
      ]);
      if (!seen) throw new Error(`No composite came out within 60 s; last: ${reason}.`);
      const found = fault(seen.sample, camera);
      if (found === undefined) return seen.atMs;
      reason = found;
    }
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
