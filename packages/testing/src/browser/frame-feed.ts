import { NativeGenerator } from './native-tracks';

/** Paints one picture of a made-up camera. */
export type Paint = (context: OffscreenCanvasRenderingContext2D, frameNumber: number) => void;

/** What a feed is made with; pixels and frames a second. */
export interface FeedOptions {
  readonly width: number;
  readonly height: number;
  readonly fps?: number;
  /** Told by its settings. */
  readonly deviceId?: string;
  readonly paint: Paint;
}

/**
 * A camera that a test holds in its hand: a live track whose every frame the test paints, and
 * which it can mute, resize and unplug.
 */
export class FrameFeed {
  readonly track: MediaStreamVideoTrack;
  readonly #writer: WritableStreamDefaultWriter<VideoFrame>;
  readonly #timer: ReturnType<typeof setInterval>;
  #canvas: OffscreenCanvas;
  #frames = 0;

  constructor(private readonly options: FeedOptions) {
    const generator = new NativeGenerator({ kind: 'video' });
    this.track = generator;
    this.#writer = generator.writable.getWriter();
    this.#canvas = new OffscreenCanvas(options.width, options.height);
    this.track.getSettings = () => ({
      width: this.#canvas.width,
      height: this.#canvas.height,
      frameRate: this.#fps,
      facingMode: 'user',
      ...(options.deviceId !== undefined && { deviceId: options.deviceId }),
    });
    this.#timer = setInterval(() => this.#send(), 1000 / this.#fps);
  }

  /** Frames sent so far. */
  get frames(): number {
    return this.#frames;
  }

  get #fps(): number {
    return this.options.fps ?? 30;
  }

  /** Sends frames of another size from now on. */
  resize(width: number, height: number): void {
    this.#canvas = new OffscreenCanvas(width, height);
  }

  /** Sends no more frames on a live track, as a shared screen in which nothing moves. */
  fallSilent(): void {
    clearInterval(this.#timer);
  }

  /** Says that the track is muted, as a camera that is covered or taken away does. */
  setMuted(muted: boolean): void {
    Object.defineProperty(this.track, 'muted', { value: muted, configurable: true });
    this.track.dispatchEvent(new Event(muted ? 'mute' : 'unmute'));
  }

  /** Ends the track as a camera that is unplugged does. */
  unplug(): void {
    this.stop();
    this.track.dispatchEvent(new Event('ended'));
  }

  /** Stops the track as its owner does: no event tells of it. */
  stop(): void {
    clearInterval(this.#timer);
    this.track.stop();
  }

  #send(): void {
    const context = this.#canvas.getContext('2d');
    if (!context || this.track.readyState === 'ended') return;
    this.options.paint(context, this.#frames);
    const timestamp = Math.round((this.#frames++ * 1e6) / this.#fps);
    const frame = new VideoFrame(this.#canvas, { timestamp });
    this.#writer.write(frame).catch(() => frame.close());
  }
}
