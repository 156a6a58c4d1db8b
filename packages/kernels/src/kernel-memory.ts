const ALIGN_BYTES = 64;
const PAGE_BYTES = 65536;

interface Block {
  readonly pointer: number;
  readonly bytes: number;
}

const roundUp = (bytes: number, unit: number): number => Math.ceil(bytes / unit) * unit;

/**
 * Hands out blocks of the kernels' one memory: first fit, aligned to 64 bytes.
 *
 * `allocate` may grow the memory, which detaches every view made before: call it when a size
 * changes, never for a frame, and make the views again afterwards.
 */
export class KernelMemory {
  readonly #used = new Map<number, Block>();
  #free: Block[];

  /**
   * @param memory - The memory of the kernel module.
   * @param base - First byte that may be handed out.
   */
  constructor(
    readonly memory: WebAssembly.Memory,
    base: number,
  ) {
    // Never 0, which kernels take for «none».
    const pointer = Math.max(roundUp(base, ALIGN_BYTES), ALIGN_BYTES);
    this.#free = [{ pointer, bytes: memory.buffer.byteLength - pointer }];
  }

  /** Bytes in use now, after rounding up. */
  get usedBytes(): number {
    return [...this.#used.values()].reduce((sum, block) => sum + block.bytes, 0);
  }

  /**
   * Takes a zeroed block.
   * @param bytes - How many bytes; a positive whole number.
   * @returns The pointer to the block, a multiple of 64.
   * @throws RangeError when the memory cannot grow that far.
   */
  allocate(bytes: number): number {
    const wanted = roundUp(Math.max(bytes, 1), ALIGN_BYTES);
    const block = this.#take(wanted) ?? this.#growAndTake(wanted);
    this.#used.set(block.pointer, block);
    new Uint8Array(this.memory.buffer, block.pointer, block.bytes).fill(0);
    return block.pointer;
  }

  /**
   * Gives a block back.
   * @param pointer - What `allocate` returned.
   * @throws RangeError when no such block is in use.
   */
  free(pointer: number): void {
    const block = this.#used.get(pointer);
    if (!block) throw new RangeError(`No block is in use at ${pointer}; it was freed already.`);
    this.#used.delete(pointer);
    this.#free = merged([...this.#free, block]);
  }

  #take(bytes: number): Block | undefined {
    const index = this.#free.findIndex((block) => block.bytes >= bytes);
    const found = this.#free[index];
    if (!found) return undefined;
    const rest = { pointer: found.pointer + bytes, bytes: found.bytes - bytes };
    this.#free.splice(index, 1, ...(rest.bytes > 0 ? [rest] : []));
    return { pointer: found.pointer, bytes };
  }

  #growAndTake(bytes: number): Block {
    const end = this.memory.buffer.byteLength;
    const pages = Math.ceil(bytes / PAGE_BYTES);
    this.memory.grow(pages);
    this.#free = merged([...this.#free, { pointer: end, bytes: pages * PAGE_BYTES }]);
    return this.#take(bytes) ?? { pointer: end, bytes };
  }
}

function merged(blocks: readonly Block[]): Block[] {
  const result: Block[] = [];
  for (const block of [...blocks].sort((a, b) => a.pointer - b.pointer)) {
    const last = result.at(-1);
    if (last && last.pointer + last.bytes === block.pointer) {
      result[result.length - 1] = { pointer: last.pointer, bytes: last.bytes + block.bytes };
    } else result.push(block);
  }
  return result;
}
