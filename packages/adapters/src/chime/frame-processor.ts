import type { VideoFrameBuffer } from 'amazon-chime-sdk-js';
import {
  BackgroundProcessor,
  FrameError,
  FramePainter,
  StateError,
  UnsupportedError,
  type CycloramaError,
  type LiveOptions,
  type ProcessorEvents,
  type ProcessorOptions,
  type ProcessorState,
} from 'cyclorama';
import { bufferOf } from './canvas-buffer';
import type { ChimeFrameProcessor } from './frame-processor-api';
import { PictureReader } from './picture-reader';

/** How long the SDK's loop waits for a composite before it shows the one before once more. */
const PATIENCE_MS = 250;

const DESTROYED =
  'A frame processor was used after it was destroyed, as stop() of its device does: make another ' +
  'one for the next device.';

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

class FrameProcessor implements ChimeFrameProcessor {
  readonly #processor: BackgroundProcessor;
  readonly #context: CanvasRenderingContext2D;
  readonly #painter: FramePainter;
  readonly #reader = new PictureReader();
  readonly #output: VideoFrameBuffer;
  readonly #onError = new Set<(error: CycloramaError) => void>();
  #work: Promise<void> | undefined;
  #hasToldEnd = false;

  constructor(options?: ProcessorOptions) {
    this.#processor = new BackgroundProcessor(options);
    const context = document.createElement('canvas').getContext('2d', { alpha: false });
    if (!context) throw new UnsupportedError('This browser gave no 2D canvas. Use a current one.');
    this.#context = context;
    this.#painter = new FramePainter(context);
    this.#output = bufferOf(context.canvas);
  }

  get state(): ProcessorState {
    return this.#processor.state;
  }

  on<T extends keyof ProcessorEvents>(
    type: T,
    listener: (payload: ProcessorEvents[T]) => void,
  ): () => void {
    const off = this.#processor.on(type, listener);
    if (type !== 'error') return off;
    const hear = listener as (error: CycloramaError) => void;
    this.#onError.add(hear);
    return () => {
      this.#onError.delete(hear);
      off();
    };
  }

  async update(options: LiveOptions): Promise<void> {
    const showedRoom = this.#showsRoom();
    try {
      await this.#processor.update(options);
    } finally {
      await this.#work;
      // Of the room nothing stays on the canvas until the next composite.
      if (showedRoom && !this.#showsRoom()) this.#cover();
    }
  }

  async process([buffer]: VideoFrameBuffer[]): Promise<VideoFrameBuffer[]> {
    if (this.state === 'closed') this.#tellEnd();
    this.#work ??= this.#show(buffer).finally(() => (this.#work = undefined));
    await Promise.race([this.#work, sleep(PATIENCE_MS)]);
    return [this.#output];
  }

  async destroy(): Promise<void> {
    this.#processor.close();
    this.#painter.close(this.#flatColor());
  }

  /** What stands where there is no composite. */
  #flatColor(): string {
    const { background, holdingColor } = this.#processor.options;
    return background.type === 'color' ? background.color : holdingColor;
  }

  #showsRoom(): boolean {
    const { background, view } = this.#processor.options;
    return background.type === 'none' && view === 'composite';
  }

  async #show(buffer: VideoFrameBuffer | undefined): Promise<void> {
    try {
      if (!buffer) throw new TypeError('process() was given no buffer');
      const frame = this.#reader.read(await buffer.asCanvasImageSource());
      this.#output.framerate = buffer.framerate;
      if (this.state === 'idle') this.#cover(frame.displayWidth, frame.displayHeight);
      await this.#painter.paint(await this.#processor.processFrame(frame));
    } catch (thrown) {
      if (this.state !== 'closed') this.#report(frameError(thrown));
    }
  }

  #cover(width = this.#output.width, height = this.#output.height): void {
    Object.assign(this.#context.canvas, { width, height });
    this.#context.fillStyle = this.#flatColor();
    this.#context.fillRect(0, 0, width, height);
  }

  #tellEnd(): void {
    if (!this.#hasToldEnd) this.#report(new StateError(DESTROYED));
    this.#hasToldEnd = true;
  }

  #report(error: CycloramaError): void {
    for (const hear of this.#onError) tell(hear, error);
  }
}

const frameError = (cause: unknown): FrameError =>
  new FrameError(`What the SDK gave cannot be processed: ${String(cause)}.`, { cause });

/** What a listener throws must not end the SDK's loop. */
function tell(hear: (error: CycloramaError) => void, error: CycloramaError): void {
  try {
    hear(error);
  } catch (thrown) {
    reportError(thrown);
  }
}

/**
 * Makes a processor for `DefaultVideoTransformDevice` of the Amazon Chime SDK. Nothing is loaded
 * before the first frame. The device destroys it when it is stopped.
 * @throws TypeError that names the option that is wrong.
 * @throws UnsupportedError where there is no 2D canvas.
 */
export function chimeFrameProcessor(options?: ProcessorOptions): ChimeFrameProcessor {
  return new FrameProcessor(options);
}
