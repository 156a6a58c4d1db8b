import type { Kernels } from '@cyclorama/kernels';
import { cycloramaError, FrameError, WorkerLostError, type CycloramaError } from '../errors';
import type { ColorModel } from '../frame/color-model';
import { shownSizeOf, type Orientation, type Size } from '../frame/frame-size';
import { KernelBlocks } from '../frame/kernel-blocks';
import { PlaneLayout, type Planes } from '../frame/planes';
import { makeResampling } from '../frame/resampling';
import { CallClient } from '../worker/channel';
import { inTime } from '../worker/in-time';
import { inputSizeOf, maskSizeOf } from './input-size';
import { NoSegmenterError } from './no-segmenter-error';
import type { Mask, PlaneSegmenter } from './segmenter';
import { Shrinker } from './shrinker';
import {
  MASK_PATIENCE_MS,
  type InputSizing,
  type MaskCalls,
  type SegmentBuffers,
} from './worker-segmenter';

const FLOAT_BYTES = 4;

/** What leads to a segmenter in another worker. */
interface Remote {
  readonly name: string;
  readonly input: InputSizing;
  readonly port: MessagePort;
}

/** What `resize` prepares for frames of one shape. */
interface Fit {
  /** Upright, as the worker is asked for them. */
  readonly input: Size;
  readonly wanted: Size;
  readonly quarterTurns: number;
  /** The picture as it is sent, and the mask as it comes. */
  readonly tensor: number;
  readonly upright: number;
  /** Call record that shrinks luma to the mask's size. */
  readonly luma: number;
  /** The mask as the planes lie; its pointer is `upright` where nothing is turned. */
  readonly mask: Mask;
}

/**
 * A segmenter that runs in a worker of its own: the picture goes there, shrunk, and the mask comes
 * back. The two buffers move to and fro, so that none is made for a frame.
 */
export class RemoteSegmenter implements PlaneSegmenter {
  readonly #kernels: Kernels;
  readonly #blocks: KernelBlocks;
  readonly #shrinker: Shrinker;
  readonly #remote: Remote;
  readonly #calls: CallClient<MaskCalls, never>;
  #fit: Fit | undefined;
  #buffers: SegmentBuffers | undefined;
  #lost: CycloramaError | undefined;

  /**
   * @param onLost - Hears, once, that the worker is dead or hangs: no mask will come any more.
   * @param patienceMs - How long it waits for a mask.
   */
  constructor(
    kernels: Kernels,
    remote: Remote,
    private readonly onLost: (error: CycloramaError) => void,
    private readonly patienceMs = MASK_PATIENCE_MS,
  ) {
    this.#kernels = kernels;
    this.#blocks = new KernelBlocks(kernels);
    this.#shrinker = new Shrinker(kernels);
    this.#remote = remote;
    this.#calls = new CallClient<MaskCalls, never>(remote.port, () => undefined);
    remote.port.start();
  }

  get model(): string | undefined {
    return this.#fit && this.#remote.name;
  }

  resize(size: Size, orientation: Orientation): void {
    this.#free();
    const shown = shownSizeOf(size, orientation);
    const quarterTurns = orientation.rotation / 90;
    const [input, wanted] = [inputSizeOf(shown, this.#remote.input), maskSizeOf(shown)];
    this.#shrinker.resize(size, { model: input, quarterTurns });
    const tensor = this.#blocks.allocate(FLOAT_BYTES * tensorFloats(input));
    const upright = this.#allocateMask(wanted);
    const lying = shownSizeOf(wanted, orientation);
    const pointer = quarterTurns === 0 ? upright : this.#allocateMask(wanted);
    const mask = { ...lying, pointer, guide: this.#allocateMask(wanted) };
    const luma = this.#lumaTo(lying, new PlaneLayout(size));
    this.#fit = { input, wanted, quarterTurns, tensor, upright, luma, mask };
  }

  shrink(planes: Planes, color: ColorModel): void {
    const { tensor, luma, mask } = this.#prepared;
    this.#shrinker.shrink(planes, color, tensor);
    this.#kernels.run.shrinkPlane(mask.guide, planes.y, luma);
  }

  /**
   * @throws NoSegmenterError where the worker gives no answer, now or before.
   * @throws FrameError when what it gives is no mask of the size that was asked for.
   */
  async segment(): Promise<Mask> {
    if (this.#lost) throw new NoSegmenterError(this.#lost);
    const fit = this.#prepared;
    const { input, wanted } = fit;
    const answer = await this.#ask({ ...this.#fillBuffers(fit), input, wanted });
    this.#takeMask(answer, fit);
    return fit.mask;
  }

  close(): void {
    this.#lost ??= new WorkerLostError('The segmenter is closed.');
    this.#calls.abandon(this.#lost);
    this.#remote.port.close();
    this.#free();
  }

  get #prepared(): Fit {
    if (this.#fit) return this.#fit;
    throw new Error('resize() comes before shrink() and segment().');
  }

  #free(): void {
    this.#shrinker.close();
    this.#blocks.free();
    this.#fit = undefined;
  }

  #allocateMask({ width, height }: Size): number {
    return this.#blocks.allocate(FLOAT_BYTES * width * height);
  }

  #lumaTo({ width, height }: Size, { luma: source }: PlaneLayout): number {
    const target = { width, height, stride: FLOAT_BYTES * width };
    const step = { x: source.width / width, y: source.height / height };
    const start = { x: 0, y: 0 };
    return makeResampling(this.#kernels, this.#blocks, { source, target, start, step });
  }

  /** The buffers that came back, or new ones, with the picture in them. */
  #fillBuffers({ input, wanted, tensor }: Fit): SegmentBuffers {
    const floats = 3 * input.width * input.height;
    const pixels = bufferOf(FLOAT_BYTES * floats, this.#buffers?.pixels);
    const mask = bufferOf(FLOAT_BYTES * wanted.width * wanted.height, this.#buffers?.mask);
    this.#buffers = undefined;
    new Float32Array(pixels).set(this.#view(tensor, floats));
    return { pixels, mask };
  }

  async #ask(args: MaskCalls['segment']['args']): Promise<SegmentBuffers> {
    const answer = this.#calls.call('segment', args);
    try {
      return await inTime(answer, this.patienceMs, this.#remote.name);
    } catch (thrown) {
      // What the model throws happens to one frame; what is not answered, to all.
      if (thrown instanceof WorkerLostError) this.#lose(thrown);
      throw this.#lost ? new NoSegmenterError(this.#lost) : cycloramaError(thrown);
    }
  }

  #takeMask(answer: SegmentBuffers, { wanted, upright, quarterTurns, mask }: Fit): void {
    const count = wanted.width * wanted.height;
    this.#requireMask(answer.mask, FLOAT_BYTES * count);
    this.#buffers = answer;
    this.#view(upright, count).set(new Float32Array(answer.mask));
    if (quarterTurns === 0) return;
    const { width, height } = wanted;
    this.#kernels.run.turnFloats(mask.pointer, upright, width, height, 4 - quarterTurns);
  }

  #requireMask(given: ArrayBuffer, bytes: number): void {
    const got = given instanceof ArrayBuffer ? given.byteLength : 0;
    if (got === bytes) return;
    const message = `The ${this.#remote.name} worker gave a mask of ${got} bytes, not ${bytes}`;
    throw new FrameError(`${message}, so this frame cannot be shown.`);
  }

  /** Made anew each time: the memory may have grown. */
  #view(pointer: number, floats: number): Float32Array<ArrayBuffer> {
    return new Float32Array(this.#kernels.memory.memory.buffer, pointer, floats);
  }

  #lose(error: CycloramaError): void {
    if (this.#lost) return;
    this.#lost = error;
    this.#calls.abandon(error);
    this.onLost(error);
  }
}

/** Kernels write four pixels at a time. */
const tensorFloats = ({ width, height }: Size): number => 3 * 4 * Math.ceil((width * height) / 4);

const bufferOf = (bytes: number, former: ArrayBuffer | undefined): ArrayBuffer =>
  former?.byteLength === bytes ? former : new ArrayBuffer(bytes);
