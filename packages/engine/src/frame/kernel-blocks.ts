import type { Kernels } from '@cyclorama/kernels';

/** The blocks of kernel memory that one owner has taken, so that it can give all of them back. */
export class KernelBlocks {
  readonly #kernels: Kernels;
  readonly #pointers: number[] = [];

  constructor(kernels: Kernels) {
    this.#kernels = kernels;
  }

  /** Takes a zeroed block. May grow the memory: only where a size changes. */
  allocate(bytes: number): number {
    const pointer = this.#kernels.memory.allocate(bytes);
    this.#pointers.push(pointer);
    return pointer;
  }

  /** Gives all blocks back. The owner may take new ones afterwards. */
  free(): void {
    for (const pointer of this.#pointers.splice(0)) this.#kernels.memory.free(pointer);
  }
}
