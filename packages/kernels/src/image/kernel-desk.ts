import { SLACK_BYTES } from '../image-kernels';
import type { Kernels } from '../kernels';

/** No value that a kernel is likely to write. */
const GUARD = 0xa5;

/** Puts arrays into kernel memory for a test, and reads them back. */
export class KernelDesk {
  readonly #guards: number[] = [];

  constructor(readonly kernels: Kernels) {}

  /** Copies bytes in, followed by bytes of noise that no result may depend on. */
  bytes(values: ArrayLike<number>): number {
    const pointer = this.kernels.memory.allocate(values.length + SLACK_BYTES);
    const view = new Uint8Array(this.#buffer, pointer, values.length + SLACK_BYTES).fill(170);
    view.set(values);
    return pointer;
  }

  /** Copies floats in. */
  floats(values: ArrayLike<number>): number {
    const pointer = this.kernels.memory.allocate(values.length * 4 + SLACK_BYTES);
    new Float32Array(this.#buffer, pointer, values.length).set(values);
    return pointer;
  }

  /** A call record. */
  record(words: readonly number[]): number {
    const pointer = this.kernels.memory.allocate(words.length * 4);
    new Int32Array(this.#buffer, pointer, words.length).set(words);
    return pointer;
  }

  /** A block for results, of zeros, followed by a guard: kernels may read beyond, and not write. */
  block(bytes: number): number {
    const pointer = this.kernels.memory.allocate(bytes + SLACK_BYTES);
    new Uint8Array(this.#buffer, pointer + bytes, SLACK_BYTES).fill(GUARD);
    this.#guards.push(pointer + bytes);
    return pointer;
  }

  /** How many bytes were written beyond the ends of the blocks made since the last call. */
  overrunBytes(): number {
    const guards = this.#guards.splice(0).map((end) => this.readBytes(end, SLACK_BYTES));
    return guards.flatMap((guard) => [...guard]).filter((byte) => byte !== GUARD).length;
  }

  readBytes(pointer: number, count: number): Uint8Array {
    return new Uint8Array(this.#buffer, pointer, count).slice();
  }

  readFloats(pointer: number, count: number): Float32Array {
    return new Float32Array(this.#buffer, pointer, count).slice();
  }

  get #buffer(): ArrayBuffer {
    return this.kernels.memory.memory.buffer;
  }
}

/** Numbers that look random and are the same each time, 0..255. */
export function noise(count: number, seed = 1): number[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return (state >> 12) & 255;
  });
}

/** Largest difference between two rows of numbers. */
export function largestError(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  return Array.from(actual).reduce(
    (worst, value, at) => Math.max(worst, Math.abs(value - (expected[at] ?? Infinity))),
    0,
  );
}
