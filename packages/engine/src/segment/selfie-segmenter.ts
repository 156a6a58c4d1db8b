import type { WasmSession } from '@cyclorama/inference';
import type { Kernels } from '@cyclorama/kernels';
import type { ColorModel } from '../frame/color-model';
import { shownSizeOf, type Orientation, type Size } from '../frame/frame-size';
import { KernelBlocks } from '../frame/kernel-blocks';
import type { Planes } from '../frame/planes';
import type { ModelChoice } from '../options';
import { Shrinker } from './shrinker';
import type { Mask, PlaneSegmenter } from './segmenter';

/** The two selfie models: landscape sees 256×144 pixels, general 256×256. */
export type SelfieModel = Exclude<ModelChoice, 'auto'>;

/** The sessions that are there, and a way to the others. */
interface SelfieSessions {
  /** The model that is loaded first, so that there is always one. */
  readonly first: SelfieModel;
  readonly session: WasmSession;
  /**
   * Loads the other model, in the same kernels' memory. Called once at most for each; while it
   * loads, and for good when it fails, the first model goes on. Reporting a failure is its part.
   */
  load(model: SelfieModel): Promise<WasmSession>;
}

/** Width to height from which on a frame counts as wide: 4:3, and what rounding leaves of it. */
const WIDE = 1.33;

/** The model for frames of a display size: what was chosen, or what comes nearest to their shape. */
export function modelFor(choice: ModelChoice, { width, height }: Size): SelfieModel {
  if (choice !== 'auto') return choice;
  return width >= height * WIDE ? 'landscape' : 'general';
}

/**
 * The MediaPipe selfie models on our own runtime. The whole frame is stretched to the model's
 * shape, upright, as MediaPipe does. Never waits for a model: until the wanted one is there, the one at
 * hand is used.
 */
export class SelfieSegmenter implements PlaneSegmenter {
  readonly #kernels: Kernels;
  readonly #blocks: KernelBlocks;
  readonly #shrinker: Shrinker;
  readonly #choice: ModelChoice;
  readonly #sessions: Map<SelfieModel, WasmSession>;
  readonly #first: SelfieModel;
  readonly #load: SelfieSessions['load'];
  readonly #asked = new Map<SelfieModel, Promise<void>>();
  #frame: LyingFrame | undefined;
  #model: SelfieModel | undefined;
  #session: WasmSession | undefined;
  #mask: Mask | undefined;

  /** @param sessions - Stay their owner's to close, those loaded later included. */
  constructor(kernels: Kernels, choice: ModelChoice, sessions: SelfieSessions) {
    this.#kernels = kernels;
    this.#blocks = new KernelBlocks(kernels);
    this.#shrinker = new Shrinker(kernels);
    this.#choice = choice;
    this.#first = sessions.first;
    this.#sessions = new Map([[sessions.first, sessions.session]]);
    this.#load = (model) => sessions.load(model);
  }

  get model(): SelfieModel | undefined {
    return this.#model;
  }

  /** Resolves once the model for pictures that are shown at a size is there, or cannot be had. */
  async ready(shown: Size): Promise<void> {
    const wanted = modelFor(this.#choice, shown);
    if (!this.#sessions.has(wanted)) await this.#ask(wanted);
  }

  resize(size: Size, orientation: Orientation): void {
    const frame = lyingFrame(size, orientation);
    this.#frame = frame;
    const wanted = modelFor(this.#choice, frame.shown);
    this.#use(this.#sessions.has(wanted) ? wanted : this.#first, frame);
    if (!this.#sessions.has(wanted)) void this.#ask(wanted);
  }

  shrink(planes: Planes, color: ColorModel): void {
    this.#changeModel();
    this.#shrinker.shrink(planes, color, this.#session?.inputPointer ?? 0);
  }

  segment(): Mask {
    if (!this.#mask) throw new Error('resize() comes before segment().');
    this.#session?.run();
    this.#layDown(this.#mask);
    return this.#mask;
  }

  close(): void {
    this.#shrinker.close();
    this.#blocks.free();
    this.#frame = this.#session = this.#mask = this.#model = undefined;
  }

  #use(model: SelfieModel, { size, quarterTurns }: LyingFrame): void {
    const session = this.#sessions.get(model);
    const [, height = 0, width = 0] = session?.inputShape ?? [];
    this.#model = this.#mask = undefined;
    this.#blocks.free();
    this.#shrinker.resize(size, { model: { width, height }, quarterTurns });
    const turned = quarterTurns === 0 ? undefined : this.#blocks.allocate(4 * width * height);
    this.#model = model;
    this.#session = session;
    this.#mask = {
      ...(quarterTurns % 2 ? { width: height, height: width } : { width, height }),
      pointer: turned ?? session?.outputPointer ?? 0,
      guide: this.#shrinker.guide,
    };
  }

  /** The model saw people upright; the mask is to lie as the planes do. */
  #layDown({ pointer, width, height }: Mask): void {
    const { quarterTurns = 0 } = this.#frame ?? {};
    if (quarterTurns === 0) return;
    const upright = quarterTurns % 2 ? ([height, width] as const) : ([width, height] as const);
    const output = this.#session?.outputPointer ?? 0;
    this.#kernels.run.turnFloats(pointer, output, ...upright, 4 - quarterTurns);
  }

  /** Takes the wanted model into use when it has come since the last frame. */
  #changeModel(): void {
    if (!this.#frame) throw new Error('resize() comes before shrink().');
    const wanted = modelFor(this.#choice, this.#frame.shown);
    if (wanted !== this.#model && this.#sessions.has(wanted)) this.#use(wanted, this.#frame);
  }

  #ask(model: SelfieModel): Promise<void> {
    const asked = this.#asked.get(model) ?? this.#fetch(model);
    this.#asked.set(model, asked);
    return asked;
  }

  async #fetch(model: SelfieModel): Promise<void> {
    const session = await this.#load(model).catch(() => undefined);
    if (session) this.#sessions.set(model, session);
  }
}

/** Planes as they come, and what has to be done to see them upright. */
interface LyingFrame {
  readonly size: Size;
  /** The size when displayed. */
  readonly shown: Size;
  readonly quarterTurns: number;
}

/** Whether a frame is mirrored makes no difference to a model. */
function lyingFrame(size: Size, orientation: Orientation): LyingFrame {
  return { size, shown: shownSizeOf(size, orientation), quarterTurns: orientation.rotation / 90 };
}
