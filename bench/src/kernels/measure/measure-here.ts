import type { Kernels } from '@cyclorama/kernels';
import { median } from '../../measure/distribution';
import { standing, type Contender, type Times } from './contender';
import { readGolden } from './golden';
import { imageContenders } from './image-times';
import { availableBuilds, loadBuild, type KernelBuild } from './kernel-build';
import {
  MODELS,
  prepareRacers,
  raceContenders,
  raceErrors,
  raceFigures,
  type Racers,
  type RaceFigures,
} from './model-race';
import { PEAK_FLOPS, peakLoop } from './peak';
import type { Read } from './read';
import { stepContenders, stepFigures, type StepFigures } from './step-times';
import { takeTurns } from './take-turns';
import type { CreateTflite } from './tflite';

const PEAK_BLOCK_MS = 40;

/** What is measured, and with what. */
export interface MeasureOptions {
  readonly rounds: number;
  /** Whether there are golden files to compare with. */
  readonly golden: boolean;
  readonly read: Read;
  readonly createTflite: CreateTflite;
  readonly onRound: (round: number) => void;
}

/** Image kernels of one name. */
export interface ImageFigures {
  readonly name: string;
  readonly ms: number;
  readonly bytes: number;
}

/** All that was measured in one place. Plain values, since they travel out of a worker. */
export interface PlaceFigures {
  /** The build of steps and image kernels: the one that the engine would take. */
  readonly build: KernelBuild;
  readonly peaks: readonly { readonly build: KernelBuild; readonly gflops: number }[];
  readonly models: readonly RaceFigures[];
  readonly steps: readonly { readonly model: string; readonly steps: readonly StepFigures[] }[];
  readonly images: readonly ImageFigures[];
}

/** Measures everything on this thread, all in turn. */
export async function measureHere(options: MeasureOptions): Promise<PlaceFigures> {
  const builds = availableBuilds();
  const [build = 'plain'] = builds;
  const kernels = await loadBuilds(builds, options.read);
  const racers = await loadRacers(kernels, options);
  const errors = racers.map(raceErrors);
  const own = await loadBuild(build, options.read);
  const images = imageContenders(own);
  const contenders = [
    ...(await peakContenders(builds)),
    ...racers.flatMap(raceContenders),
    ...racers.flatMap(({ name, plan }) => stepContenders(name, plan, own)),
    ...images,
  ];
  const times = takeTurns(contenders, options.rounds, options.onRound);
  return {
    build,
    peaks: builds.map((one) => ({ build: one, gflops: peakGflops(times.get(peakName(one))) })),
    models: racers.map((each, at) => raceFigures(each, errors[at] ?? new Map(), times)),
    steps: racers.map(({ name, plan }) => ({
      model: name,
      steps: stepFigures(name, plan, times),
    })),
    images: images.map(({ name, bytes }) => {
      return { name, bytes, ms: median(times.get(name)?.roundMs ?? []) };
    }),
  };
}

async function loadBuilds(
  builds: readonly KernelBuild[],
  read: Read,
): Promise<ReadonlyMap<KernelBuild, Kernels>> {
  const loaded = builds.map(async (build) => [build, await loadBuild(build, read)] as const);
  return new Map(await Promise.all(loaded));
}

async function loadRacers(
  kernels: ReadonlyMap<KernelBuild, Kernels>,
  { read, createTflite, golden }: MeasureOptions,
): Promise<readonly Racers[]> {
  const tflite = { create: createTflite, wasm: await read('tflite.wasm') };
  const racers: Racers[] = [];
  for (const { name, folder } of MODELS) {
    const model = await read(`${name}.tflite`);
    const pairs = golden ? await readGolden(read, folder) : [];
    racers.push(await prepareRacers({ name, model, golden: pairs }, kernels, tflite));
  }
  return racers;
}

const peakName = (build: KernelBuild): string => `multiply-adds, ${build}`;

async function peakContenders(builds: readonly KernelBuild[]): Promise<readonly Contender[]> {
  const contenders = builds.map(async (build) => {
    return standing(peakName(build), PEAK_BLOCK_MS, await peakLoop(build));
  });
  return Promise.all(contenders);
}

/** A peak is what was once reached, so the best run counts. */
const peakGflops = (times: Times | undefined): number =>
  times ? PEAK_FLOPS / times.bestMs / 1e6 : 0;
