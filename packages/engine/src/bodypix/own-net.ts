import { loadGraphPlan, wasmBackend, type WasmSession } from '@cyclorama/inference';
import { instantiateKernels, supportsRelaxedSimd, type Kernels } from '@cyclorama/kernels';
import { fetchModule } from '../assets/fetch-asset';
import { FrameError, ModelLoadError } from '../errors';
import type { Size } from '../frame/frame-size';
import type { SegmentArgs } from '../segment/worker-segmenter';
import { cannotRun } from './cannot-run';
import { fetchWeights, type FetchedModel } from './fetch-weights';
import { MaskFiller } from './mask-filler';
import { maskOfLogits } from './person-mask';
import { requireGrid, SMALL } from './require-grid';
import type { BodypixNet } from './segmenter-service';
import type { WorkerSettings } from './worker-settings';

/** By the names of the graph's nodes. */
const PERSON = ['float_segments'] as const;
const PERSON_AND_PARTS = ['float_segments', 'float_part_heatmaps'] as const;

/**
 * Fetches kernels and weights and makes a network of them.
 * @throws ModelLoadError that names the address, and what to do.
 */
export async function openOwnNet(settings: WorkerSettings): Promise<BodypixNet> {
  const { kernels: urls, modelUrl } = settings;
  const [module, fetched] = await Promise.all([
    fetchModule(supportsRelaxedSimd() ? urls.relaxed : urls.plain),
    fetchWeights(modelUrl),
  ]);
  const net = new OwnNet(await instantiateKernels(module), fetched);
  net.check(settings);
  return net;
}

class OwnNet implements BodypixNet {
  readonly backend = 'wasm';
  readonly #filler = new MaskFiller();
  /** Whether parts were among what has been found to work. */
  readonly #checked = new Set<boolean>();
  #session: WasmSession | undefined;
  /** What the session is for. */
  #of = '';

  constructor(
    private readonly kernels: Kernels,
    private readonly fetched: FetchedModel,
  ) {}

  check(settings: WorkerSettings): void {
    const hasParts = settings.parts !== undefined;
    if (this.#checked.has(hasParts)) return;
    try {
      this.#load(SMALL, settings).close();
    } catch (cause) {
      throw cannotRun(settings.modelUrl, cause);
    }
    this.#checked.add(hasParts);
  }

  segment({ pixels, mask, input, wanted }: SegmentArgs, settings: WorkerSettings): void {
    const session = this.#sessionFor(input, settings);
    fillInput(session.input(), new Float32Array(pixels));
    session.run();
    const [, height, width, channels] = session.outputShape;
    const grid = { width, height, channels, values: session.output() };
    const placing = { input, stride: settings.outputStride, wanted };
    this.#filler.fill(new Float32Array(mask), grid, placing, maskOfLogits(settings));
  }

  /** The session at hand where it fits. */
  #sessionFor(input: Size, settings: WorkerSettings): WasmSession {
    const of = [input.width, input.height, settings.parts !== undefined].join();
    if (this.#session && of === this.#of) return this.#session;
    this.#session?.close();
    this.#session = undefined;
    this.#of = of;
    try {
      return (this.#session = this.#load(input, settings));
    } catch (cause) {
      throw cause instanceof ModelLoadError ? cause : tooLarge(input, settings, cause);
    }
  }

  tensorCount(): number {
    return this.#session ? 1 : 0;
  }

  #load(input: Size, settings: WorkerSettings): WasmSession {
    const { model, weights } = this.fetched;
    const outputs = settings.parts ? PERSON_AND_PARTS : PERSON;
    const options = { inputWidth: input.width, inputHeight: input.height, outputs };
    const plan = loadGraphPlan(model, weights, options);
    const [, height = 0, width = 0, channels = 0] = plan.shapes[plan.output] ?? [];
    requireGrid({ width, height, channels }, input, settings);
    return wasmBackend(this.kernels).prepare(plan);
  }
}

/** With the same weights a small picture could be run, so it is the size. */
function tooLarge({ width, height }: Size, { scale }: WorkerSettings, cause: unknown): FrameError {
  const [wide, high] = [width, height].map((edge) => Math.round(edge / scale));
  return new FrameError(
    `settings.internalResolution ${scale} has BodyPix see ${width}×${height} pixels of frames of ` +
      `about ${wide}×${high}, which is too much (${String(cause)}): choose a smaller one.`,
    { cause },
  );
}

/** Colours 0..1 as MobileNetV1 takes them: -1..1. */
function fillInput(input: Float32Array, pixels: Float32Array): void {
  for (let at = 0; at < input.length; at++) input[at] = 2 * (pixels[at] ?? NaN) - 1;
}
