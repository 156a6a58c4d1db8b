import type { Kernels } from '@cyclorama/kernels';

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

  /** Gives all blocks back. The owner may take new ones afterwards. */
  free(): void {
    for (const pointer of this.#pointers.splice(0)) this.#kernels.memory.free(pointer);
  }
}
