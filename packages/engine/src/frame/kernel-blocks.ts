import type { Kernels } from '@cyclorama/kernels';

const WORD_BYTES = 4;

/** The blocks of kernel memory that one owner has taken, so that it can give all of them back. */
export class KernelBlocks {
  readonly #kernels: Kernels;
  readonly #pointers: number[] = [];

  constructor(kernels: Kernels) {
    this.#kernels = kernels;
  }

  /**
   * Takes a zeroed block. May grow the memory: only where a size changes.
   * @throws RangeError when the memory cannot grow. Then the blocks before it are given back too,
   *   so that a constructor that throws half-way leaves nothing behind.
   */
  allocate(bytes: number): number {
    try {
      const pointer = this.#kernels.memory.allocate(bytes);
      this.#pointers.push(pointer);
      return pointer;
    } catch (thrown) {
      this.free();
      throw thrown;
    }
  }

  /** Takes a block for a call record and writes it: 32-bit words, in the order of the kernel's. */
  record(words: readonly number[]): number {
    const pointer = this.allocate(words.length * WORD_BYTES);
    const { buffer } = this.#kernels.memory.memory;
    new Int32Array(buffer, pointer, words.length).set(words);
    return pointer;
  }

  /** Gives all blocks back. The owner may take new ones afterwards. */
  free(): void {
    for (const pointer of this.#pointers.splice(0)) this.#kernels.memory.free(pointer);
  }
}
