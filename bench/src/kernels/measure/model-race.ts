import { loadPlan, wasmBackend, type Plan } from '@cyclorama/inference';
import type { Kernels } from '@cyclorama/kernels';
import { standing, type Contender, type Times } from './contender';
import { largestError, type GoldenPair, type Runnable } from './golden';
import type { KernelBuild } from './kernel-build';
import { planMultiplyAdds } from './multiply-adds';
import { loadTflite, type CreateTflite } from './tflite';

/** The two models, and the folders of their golden files. */
export const MODELS = [
  { name: 'landscape', folder: 'selfie-landscape' },
  { name: 'general', folder: 'selfie-general' },
] as const;

/** How long the models' blocks take: some thirty runs of the slower ones. */
const BLOCK_MS = 150;

/** What runs a model against whom. */
export interface Racers {
  readonly name: string;
  readonly plan: Plan;
  readonly builds: ReadonlyMap<KernelBuild, Runnable>;
  /** The TensorFlow Lite module, or why it cannot run the model. */
  readonly tflite: Runnable | string;
  readonly golden: readonly GoldenPair[];
}

/** What `prepareRacers` needs of a model. */
export interface ModelFiles {
  readonly name: string;
  readonly model: Uint8Array;
  readonly golden: readonly GoldenPair[];
}

/** One model on one kernel build. */
export interface BuildFigures {
  readonly build: KernelBuild;
  readonly times: Times;
  /** The largest difference to the golden outputs; null where these are absent. */
  readonly maxError: number | null;
}

/** One model by ours and by theirs. */
export interface RaceFigures {
  readonly name: string;
  readonly multiplyAdds: number;
  /** First the build that the engine would take. */
  readonly builds: readonly BuildFigures[];
  readonly tflite: Times | null;
  readonly tfliteMaxError: number | null;
  /** Why there are no times of theirs. */
  readonly tfliteFault: string | null;
}

/** Loads a model into every build and into the TensorFlow Lite module. */
export async function prepareRacers(
  { name, model, golden }: ModelFiles,
  kernels: ReadonlyMap<KernelBuild, Kernels>,
  tflite: { readonly create: CreateTflite; readonly wasm: Uint8Array },
): Promise<Racers> {
  const plan = loadPlan(model);
  const theirs = await loadTflite(tflite.create, tflite.wasm, model).catch(String);
  const builds = [...kernels].map(([build, loaded]) => {
    return [build, wasmBackend(loaded).prepare(plan)] as const;
  });
  return { name, plan, builds: new Map(builds), tflite: theirs, golden };
}

const oursName = ({ name }: Racers, build: KernelBuild): string => `${name}: ours, ${build}`;
const theirsName = ({ name }: Racers): string => `${name}: TensorFlow Lite`;

/** All that is timed of a model, theirs between ours. */
export function raceContenders(racers: Racers): readonly Contender[] {
  const [first, ...others] = [...racers.builds].map(([build, session]) =>
    standing(oursName(racers, build), BLOCK_MS, () => session.run()),
  );
  const { tflite } = racers;
  const theirs =
    typeof tflite === 'string' ? [] : [standing(theirsName(racers), BLOCK_MS, () => tflite.run())];
  return [...(first ? [first] : []), ...theirs, ...others];
}

/** Compares every output with the golden ones; what comes first in time, since it fills inputs. */
export function raceErrors({ builds, tflite, golden }: Racers): ReadonlyMap<string, number | null> {
  const error = (model: Runnable): number | null =>
    golden.length > 0 ? largestError(model, golden) : null;
  const ours = [...builds].map(([build, session]) => [build, error(session)] as const);
  return new Map<string, number | null>([
    ...ours,
    ['tflite', typeof tflite === 'string' ? null : error(tflite)],
  ]);
}

/** Puts a model's figures together. */
export function raceFigures(
  racers: Racers,
  errors: ReadonlyMap<string, number | null>,
  times: ReadonlyMap<string, Times>,
): RaceFigures {
  const builds = [...racers.builds.keys()].flatMap((build) => {
    const own = times.get(oursName(racers, build));
    return own ? [{ build, times: own, maxError: errors.get(build) ?? null }] : [];
  });
  return {
    name: racers.name,
    multiplyAdds: planMultiplyAdds(racers.plan),
    builds,
    tflite: times.get(theirsName(racers)) ?? null,
    tfliteMaxError: errors.get('tflite') ?? null,
    tfliteFault: typeof racers.tflite === 'string' ? racers.tflite : null,
  };
}
