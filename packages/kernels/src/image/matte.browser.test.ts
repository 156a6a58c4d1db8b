import relaxedUrl from '@cyclorama/kernels/kernels-relaxed.wasm?url';
import plainUrl from '@cyclorama/kernels/kernels.wasm?url';
import { expect, it } from 'vitest';
import { instantiateKernels } from '../kernels';
import { KernelDesk, noise } from './kernel-desk';

const MASK = { width: 60, height: 33 };
const FRAME = { width: 320, height: 176 };
/** In units of 2^-11: beyond what slopes (±6.5) and offsets (±7.5) can be. */
const STEEPEST = 7.5 * 2048;

/** Pairs from end to end of their range, the ends themselves among them. */
function pairBytes(): Uint8Array {
  const count = 2 * (MASK.width + 1) * MASK.height;
  const pairs = noise(count, 5).map((value) => Math.round(((value - 127.5) / 127.5) * STEEPEST));
  return new Uint8Array(Int16Array.from(pairs).buffer);
}

async function matteOf(url: string, low: number, span: number): Promise<Uint8Array> {
  const bytes = await (await fetch(url)).arrayBuffer();
  const desk = new KernelDesk(await instantiateKernels(await WebAssembly.compile(bytes)));
  const { run } = desk.kernels;
  const { width, height } = FRAME;
  const table = desk.block(width * 16);
  run.linearTaps(table, width, 0, MASK.width / width, MASK.width);
  const [pairs, rows] = [desk.bytes(pairBytes()), desk.block(run.matteScratchBytes(width))];
  const words = [pairs, MASK.width, MASK.height, 0, width, height, table, low, span, rows];
  const matte = desk.block(width * height);
  run.matteFromPairs(matte, desk.bytes(noise(width * height, 9)), desk.record(words));
  return desk.readBytes(matte, width * height);
}

it.each([
  [410, 1024],
  [0, 2047],
  [1000, 16],
])('is the same to the bit in both builds, from %i on over %i units', async (low, span) => {
  const [plain, relaxed] = [
    await matteOf(plainUrl, low, span),
    await matteOf(relaxedUrl, low, span),
  ];
  expect(new Set(plain).size).toBeGreaterThan(16);
  expect(relaxed).toEqual(plain);
});
