import { loadGraphPlan, wasmBackend, type WasmSession } from '@cyclorama/inference';
import { instantiateKernels, supportsRelaxedSimd, type Kernels } from '@cyclorama/kernels';
import { fetchModule } from '../assets/fetch-asset';
import { ModelLoadError } from '../errors';
import type { Size } from '../frame/frame-size';
import type { SegmentArgs } from '../segment/worker-segmenter';
import { fetchWeights, MODELS_REMEDY, type FetchedModel } from './fetch-weights';
import { MaskFiller } from './mask-filler';
import { maskOfLogits } from './person-mask';
import type { BodypixNet } from './segmenter-service';
import type { WorkerSettings } from './worker-settings';

/** By the names of the graph's nodes. */
const PERSON = ['float_segments'] as const;
const PERSON_AND_PARTS = ['float_segments', 'float_part_heatmaps'] as const;

/** Pixels that a plan is tried with at once, so that a broken model is told when it is loaded. */
const SMALL: Size = { width: 17, height: 17 };

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
  const net = new OwnNet(await instantiateKernels(module), fetched, modelUrl);
  net.prepare(SMALL, settings);
  return net;
}

class OwnNet implements BodypixNet {
  readonly backend = 'wasm';
  readonly #filler = new MaskFiller();
  #session: WasmSession | undefined;
  /** What the session is for. */
  #of = '';

  constructor(
    private readonly kernels: Kernels,
    private readonly fetched: FetchedModel,
    private readonly modelUrl: string,
  ) {}

  segment({ pixels, mask, input, wanted }: SegmentArgs, settings: WorkerSettings): void {
    const session = this.prepare(input, settings);
    fillInput(session.input(), new Float32Array(pixels));
    session.run();
    const [, height, width, channels] = session.outputShape;
    const grid = { width, height, channels, values: session.output() };
    const placing = { input, stride: settings.outputStride, wanted };
    this.#filler.fill(new Float32Array(mask), grid, placing, maskOfLogits(settings));
  }

  /** A session for an input of this size; the one at hand where it fits. */
  prepare({ width, height }: Size, { parts }: WorkerSettings): WasmSession {
    const of = [width, height, parts !== undefined].join();
    if (this.#session && of === this.#of) return this.#session;
    this.#session?.close();
    this.#session = undefined;
    this.#of = of;
    const outputs = parts ? PERSON_AND_PARTS : PERSON;
    return (this.#session = this.#load({ inputWidth: width, inputHeight: height, outputs }));
  }

  tensorCount(): number {
    return this.#session ? 1 : 0;
  }

  #load(options: Parameters<typeof loadGraphPlan>[2]): WasmSession {
    const { model, weights } = this.fetched;
    try {
      return wasmBackend(this.kernels).prepare(loadGraphPlan(model, weights, options));
    } catch (cause) {
      const message = `${this.modelUrl} cannot be run (${String(cause)}). ${MODELS_REMEDY}`;
      throw new ModelLoadError(message, { cause });
    }
  }
}

/** Colours 0..1 as MobileNetV1 takes them: -1..1. */
function fillInput(input: Float32Array, pixels: Float32Array): void {
  for (let at = 0; at < input.length; at++) input[at] = 2 * (pixels[at] ?? NaN) - 1;
}
