import type { KernelBuild } from './kernel-build';
import { leb, signedLeb, TYPE, wasmModule } from './wasm-writer';

/** More than latency times instructions a cycle; with two constants they fit into 16 registers. */
const ACCUMULATORS = 12;
/** How often the accumulators take their turn before the loop goes round, which costs a little. */
const UNROLLED = 8;
const LANES = 4;

/** A millisecond or so: long for a browser's clock, short enough to be left alone now and then. */
const ROUNDS_OF_LOOP = 50_000;

const LOCAL = { rounds: 0, x: 1, y: 2, xs: 3, ys: 4, first: 5 };

const get = (local: number): number[] => [0x20, ...leb(local)];
const set = (local: number): number[] => [0x21, ...leb(local)];
const simd = (code: number): number[] => [0xfd, ...leb(code)];

const SPLAT = simd(0x13);
const MULTIPLY = simd(0xe6);
const ADD = simd(0xe4);
const RELAXED_MADD = simd(0x105);
const EXTRACT_FIRST = [...simd(0x1f), 0];

const accumulators = Array.from({ length: ACCUMULATORS }, (_, at) => LOCAL.first + at);

/**
 * One multiply-add into an accumulator, none of which waits for another. Fused: `acc += x·y`. In two
 * instructions the product would be the same each time, and computed once: `acc = acc·x + y`.
 */
const INTO: Record<KernelBuild, (accumulator: number) => number[]> = {
  relaxed: (acc) => [...get(LOCAL.xs), ...get(LOCAL.ys), ...get(acc), ...RELAXED_MADD, ...set(acc)],
  plain: (acc) => {
    return [...get(acc), ...get(LOCAL.xs), ...MULTIPLY, ...get(LOCAL.ys), ...ADD, ...set(acc)];
  },
};

/** A module whose `run(rounds, x, y)` does nothing but multiply and add, in 128-bit vectors. */
export function peakModule(build: KernelBuild): Uint8Array<ArrayBuffer> {
  const turn = accumulators.flatMap(INTO[build]);
  const body = Array.from({ length: UNROLLED }, () => turn).flat();
  const countDown = [...get(LOCAL.rounds), 0x41, ...signedLeb(1), 0x6b, 0x22, LOCAL.rounds];
  const sum = accumulators.slice(1).flatMap((acc) => [...get(acc), ...ADD]);
  return wasmModule({
    parameters: [TYPE.i32, TYPE.f32, TYPE.f32],
    result: TYPE.f32,
    locals: { count: 2 + ACCUMULATORS, type: TYPE.v128 },
    instructions: [
      ...[...get(LOCAL.x), ...SPLAT, ...set(LOCAL.xs)],
      ...[...get(LOCAL.y), ...SPLAT, ...set(LOCAL.ys)],
      // loop … br_if 0 … end
      ...[0x03, 0x40, ...body, ...countDown, 0x0d, 0, 0x0b],
      // Somebody has to want the result, or nothing need be computed.
      ...[...get(LOCAL.first), ...sum, ...EXTRACT_FIRST],
    ],
  });
}

/** Floating-point operations of one `run` of the peak loop. */
export const PEAK_FLOPS = 2 * LANES * ACCUMULATORS * UNROLLED * ROUNDS_OF_LOOP;

/** The loop, ready to be timed. */
export async function peakLoop(build: KernelBuild): Promise<() => void> {
  const { instance } = await WebAssembly.instantiate(peakModule(build), {});
  const run = instance.exports['run'] as (rounds: number, x: number, y: number) => number;
  // Numbers that neither overflow nor become tiny, whichever way they are multiplied.
  return () => void run(ROUNDS_OF_LOOP, 0.5, 1);
}
