import { loadGraphPlan, shardPathsOf, wasmBackend, type Plan } from '@cyclorama/inference';
import type { Kernels } from '@cyclorama/kernels';
import { standing, type Contender, type Times } from '../../kernels/measure/contender';
import { availableBuilds, loadBuild, type KernelBuild } from '../../kernels/measure/kernel-build';
import { planMultiplyAdds } from '../../kernels/measure/multiply-adds';
import type { Read } from '../../kernels/measure/read';
import { takeTurns } from '../../kernels/measure/take-turns';
import { largestDifference } from './largest-difference';
import { modelFile, RACES, raceName, type Race } from './races';
import { sampleInput } from './sample-input';
import { loadTfjs, startTfjs, type TfjsModel } from './tfjs-model';

const OUTPUT = 'float_segments';
const BLOCK_MS = 200;

/** What the page asks of the worker, once. */
export interface BodypixCommand {
  readonly rounds: number;
}

/** What a bench needs besides. */
export interface BodypixSources extends BodypixCommand {
  readonly read: Read;
  readonly onRound: (round: number) => void;
}

/** One race's figures. Plain values, since they travel out of a worker. */
export interface RaceFigures {
  readonly race: Race;
  readonly build: KernelBuild;
  readonly multiplyAdds: number;
  readonly ours: Times;
  readonly tfjs: Times;
  /** All outputs of the model. */
  readonly tfjsAll: Times;
  /** Of a person's probability. */
  readonly maxError: number;
}

interface Racers {
  readonly race: Race;
  readonly plan: Plan;
  readonly tfjs: TfjsModel;
  readonly ours: { run(): void; output(): Float32Array };
}

/** Measures every race on this thread, all in turn. */
export async function measureBodypix({ rounds, read, onRound }: BodypixSources) {
  const [build = 'plain'] = availableBuilds();
  const kernels = await loadBuild(build, read);
  await startTfjs();
  const racers: Racers[] = [];
  for (const race of RACES) racers.push(await prepare(race, kernels, read));
  const errors = racers.map(errorOf);
  const times = takeTurns(racers.flatMap(contendersOf), rounds, onRound);
  return racers.map((each, at) => figuresOf(each, build, times, errors[at] ?? NaN));
}

async function prepare(race: Race, kernels: Kernels, read: Read): Promise<Racers> {
  const { inputHeight, inputWidth } = race;
  const file = `models/${modelFile(race)}`;
  const model: unknown = JSON.parse(new TextDecoder().decode(await read(file)));
  const folder = file.slice(0, file.lastIndexOf('/'));
  const shards = shardPathsOf(model).map((path) => read(`${folder}/${path}`));
  const weights = new Uint8Array(await new Blob(await Promise.all(shards)).arrayBuffer());
  const plan = loadGraphPlan(model, weights, { inputHeight, inputWidth, outputs: [OUTPUT] });
  const ours = wasmBackend(kernels).prepare(plan);
  const input = await sampleInput(await read('picture.png'), inputHeight, inputWidth);
  ours.input().set(input);
  return {
    race,
    plan,
    ours,
    tfjs: await loadTfjs(model, weights, input, [inputHeight, inputWidth]),
  };
}

function errorOf({ ours, tfjs }: Racers): number {
  ours.run();
  return largestDifference(ours.output(), tfjs.run(OUTPUT));
}

const nameOf = ({ race }: Racers, who: 'ours' | 'tfjs' | 'tfjsAll'): string =>
  `${raceName(race)} on ${race.inputHeight}: ${who}`;

const contendersOf = (racers: Racers): readonly Contender[] => [
  standing(nameOf(racers, 'ours'), BLOCK_MS, () => racers.ours.run()),
  standing(nameOf(racers, 'tfjs'), BLOCK_MS, () => racers.tfjs.run(OUTPUT)),
  standing(nameOf(racers, 'tfjsAll'), BLOCK_MS, () => racers.tfjs.runAll()),
];

function figuresOf(
  racers: Racers,
  build: KernelBuild,
  times: ReadonlyMap<string, Times>,
  maxError: number,
): RaceFigures {
  const timesOf = (who: 'ours' | 'tfjs' | 'tfjsAll'): Times => {
    const found = times.get(nameOf(racers, who));
    if (!found) throw new Error(`${nameOf(racers, who)} was not measured.`);
    return found;
  };
  const [ours, tfjs, tfjsAll] = [timesOf('ours'), timesOf('tfjs'), timesOf('tfjsAll')];
  const multiplyAdds = planMultiplyAdds(racers.plan);
  return { race: racers.race, build, multiplyAdds, ours, tfjs, tfjsAll, maxError };
}
