import { median } from '../measure/distribution';
import type { KernelBuild } from './measure/kernel-build';
import type { PlaceFigures } from './measure/measure-here';
import type { BuildFigures, RaceFigures } from './measure/model-race';
import type { StepFigures } from './measure/step-times';

/** Where it was measured. */
export type Place = 'node' | 'chromium';

/** One model on one kernel build; medians over the rounds. */
export interface BuildRow {
  readonly build: KernelBuild;
  readonly oursMs: number;
  readonly oursBestMs: number;
  readonly oursP95Ms: number;
  readonly ratio: number | null;
  readonly gflops: number;
  readonly peakShare: number;
  readonly maxError: number | null;
}

/** One model in one place, on the build that the engine takes there. */
export interface ModelRow extends BuildRow {
  readonly name: string;
  readonly where: Place;
  /** By the shapes of its filters. */
  readonly multiplyAdds: number;
  readonly tfliteMs: number | null;
  readonly tfliteBestMs: number | null;
  readonly tfliteMaxError: number | null;
  /** Why the module has no times. */
  readonly tfliteFault: string | null;
  /** Every build that runs there. */
  readonly builds: readonly BuildRow[];
}

/** A kind of kernel in one place: of a network, the sum over its steps; of a picture, one stage. */
export interface KernelRow {
  readonly name: string;
  readonly where: Place;
  readonly build: KernelBuild;
  /** `landscape`, `general`, or the size of the picture. */
  readonly of: string;
  readonly kind: string;
  readonly calls: number;
  readonly ms: number;
  /** Null where it does no multiply-adds to speak of. */
  readonly gflops: number | null;
  readonly peakShare: number | null;
  /** Of what must at least be read and written. */
  readonly gbps: number;
}

/** A single step of a network. */
export interface StepRow {
  readonly model: string;
  readonly where: Place;
  readonly kind: string;
  readonly place: string;
  readonly ms: number;
  readonly gflops: number | null;
  /** What would be left of its time at the peak; 0 where it does no multiply-adds. */
  readonly atPeakMs: number;
}

/** What `kernels` prints. */
export interface KernelsResult {
  /** The highest of `peaks`. */
  readonly peakGflops: number;
  readonly peaks: readonly {
    readonly where: Place;
    readonly build: KernelBuild;
    readonly gflops: number;
  }[];
  readonly models: readonly ModelRow[];
  readonly kernels: readonly KernelRow[];
  readonly steps: readonly StepRow[];
}

const FRAME = '1280×720';

/** Puts together what was measured in each place. */
export function kernelsResult(
  places: readonly (readonly [where: Place, figures: PlaceFigures])[],
): KernelsResult {
  const peaks = places.flatMap(([where, figures]) =>
    figures.peaks.map((peak) => ({ where, ...peak })),
  );
  const peakGflops = Math.max(...peaks.map(({ gflops }) => gflops));
  return {
    peakGflops,
    peaks,
    models: places.flatMap(([where, { models }]) =>
      models.flatMap((model) => modelRow(where, model, peakGflops)),
    ),
    kernels: places.flatMap(([where, figures]) => kernelRows(where, figures, peakGflops)),
    steps: places.flatMap(([where, { steps }]) =>
      steps.flatMap(({ model, steps }) =>
        steps.map((step) => stepRow(where, model, step, peakGflops)),
      ),
    ),
  };
}

const gflopsOf = (multiplyAdds: number, ms: number): number => (2 * multiplyAdds) / ms / 1e6;

function modelRow(where: Place, figures: RaceFigures, peak: number): ModelRow[] {
  const { name, multiplyAdds, tflite, tfliteMaxError, tfliteFault } = figures;
  const tfliteMs = tflite && median(tflite.roundMs);
  const builds = figures.builds.map((build) => buildRow(build, multiplyAdds, tfliteMs, peak));
  const [first] = builds;
  if (!first) return [];
  const theirs = { tfliteMs, tfliteBestMs: tflite?.bestMs ?? null, tfliteMaxError, tfliteFault };
  return [{ name, where, ...first, multiplyAdds, ...theirs, builds }];
}

function buildRow(
  { build, times, maxError }: BuildFigures,
  multiplyAdds: number,
  tfliteMs: number | null,
  peak: number,
): BuildRow {
  const oursMs = median(times.roundMs);
  const gflops = gflopsOf(multiplyAdds, oursMs);
  return {
    build,
    oursMs,
    oursBestMs: times.bestMs,
    oursP95Ms: times.p95Ms,
    ratio: tfliteMs === null ? null : oursMs / tfliteMs,
    gflops,
    peakShare: gflops / peak,
    maxError,
  };
}

function kernelRows(where: Place, figures: PlaceFigures, peak: number): KernelRow[] {
  const { build, steps, images } = figures;
  const network = steps.flatMap(({ model, steps }) => {
    const kinds = [...new Set(steps.map(({ kind }) => kind))];
    const rows = kinds.map((kind) => {
      const sum = sumOf(
        steps.filter((step) => step.kind === kind),
        peak,
      );
      return { name: `${model}: ${kind}`, where, build, of: model, kind, ...sum };
    });
    return rows.sort((a, b) => b.ms - a.ms);
  });
  const pictures = images.map(({ name, ms, bytes }) => ({
    ...{ name, where, build, of: FRAME, kind: name, calls: 1, ms },
    ...{ gflops: null, peakShare: null, gbps: bytes / ms / 1e6 },
  }));
  return [...network, ...pictures];
}

function sumOf(
  steps: readonly StepFigures[],
  peak: number,
): Pick<KernelRow, 'calls' | 'ms' | 'gflops' | 'peakShare' | 'gbps'> {
  const sum = (pick: (step: StepFigures) => number): number =>
    steps.reduce((total, step) => total + pick(step), 0);
  const [ms, multiplyAdds] = [sum((step) => step.ms), sum((step) => step.multiplyAdds)];
  const gflops = multiplyAdds > 0 ? gflopsOf(multiplyAdds, ms) : null;
  return {
    calls: steps.length,
    ms,
    gflops,
    peakShare: gflops && gflops / peak,
    gbps: sum((step) => step.bytes) / ms / 1e6,
  };
}

function stepRow(where: Place, model: string, step: StepFigures, peak: number): StepRow {
  const { kind, place, ms, multiplyAdds } = step;
  const gflops = multiplyAdds > 0 ? gflopsOf(multiplyAdds, ms) : null;
  return { model, where, kind, place, ms, gflops, atPeakMs: (2 * multiplyAdds) / peak / 1e6 };
}
