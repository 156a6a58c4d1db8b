import type { KernelMemory } from '@cyclorama/kernels';

const ALIGN_BYTES = 64;

/** A place in a block that has not been allocated yet. */
export interface Place {
  readonly offsetBytes: number;
}

/** A word of a call record: a number as it is, a place as a pointer, `f32` as its bits. */
export type Word = number | Place | { readonly f32: number };

type Writer = (memory: ArrayBufferLike, base: number) => void;

const bitsOf = (value: number): number => new Int32Array(Float32Array.of(value).buffer)[0] ?? 0;

function resolve(word: Word, base: number): number {
  if (typeof word === 'number') return word;
  return 'f32' in word ? bitsOf(word.f32) : base + word.offsetBytes;
}

/** Collects all that a session keeps in kernel memory, so that it is one block, allocated once. */
export class Layout {
  readonly #writers: Writer[] = [];
  /** Nothing stands at the block's start: the memory may begin at 0, and pointer 0 means none. */
  #bytes = ALIGN_BYTES;

  /** Keeps room for `bytes`. */
  reserve(bytes: number): Place {
    const place = { offsetBytes: this.#bytes };
    this.#bytes += Math.ceil(bytes / ALIGN_BYTES) * ALIGN_BYTES;
    return place;
  }

  /** Keeps a copy of some numbers. */
  floats(values: Float32Array): Place {
    const place = this.reserve(values.byteLength);
    this.#writers.push((memory, base) => {
      new Float32Array(memory, base + place.offsetBytes, values.length).set(values);
    });
    return place;
  }

  /** Keeps a call record. */
  record(words: readonly Word[]): Place {
    const place = this.reserve(4 * words.length);
    this.#writers.push((memory, base) => {
      const target = new Int32Array(memory, base + place.offsetBytes, words.length);
      target.set(words.map((word) => resolve(word, base)));
    });
    return place;
  }

  /**
   * Allocates the block and fills it.
   * @returns The pointer to it; places are relative to it.
   */
  allocate(memory: KernelMemory): number {
    const base = memory.allocate(this.#bytes);
    for (const write of this.#writers) write(memory.memory.buffer, base);
    return base;
  }
}
