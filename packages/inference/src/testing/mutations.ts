import { parseModel } from '../tflite/parse-model';

const INTERESTING = [0, 1, 2, 4, 0x7f, 0xff, 0x7fff, 0xffff, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff];

/** Makes broken copies of one model file, the same ones for the same seed. */
export class Mutator {
  readonly #bytes: Uint8Array;
  readonly #random: () => number;
  readonly #structure: readonly number[];

  constructor(bytes: Uint8Array, random: () => number) {
    this.#bytes = bytes;
    this.#random = random;
    this.#structure = structureOf(bytes);
  }

  /** The next broken copy. */
  next(): Uint8Array {
    const kind = this.#random();
    if (kind < 0.05) return this.#bytes.slice(0, this.#below(this.#bytes.length));
    if (kind < 0.15) return this.#spliced();
    const copy = this.#bytes.slice();
    const count = 1 + this.#below(4);
    for (let turn = 0; turn < count; turn++) this.#damage(copy, this.#place());
    return copy;
  }

  #below(end: number): number {
    return Math.floor(this.#random() * end);
  }

  /** Nine of ten hits go into the structure; a hit in the weights only changes the mask. */
  #place(): number {
    const weights = this.#random() < 0.1;
    const place = this.#structure[this.#below(this.#structure.length)] ?? 0;
    return weights ? this.#below(this.#bytes.length) : place;
  }

  #damage(copy: Uint8Array, at: number): void {
    const kind = this.#random();
    const word = new DataView(copy.buffer, Math.min(at & ~3, copy.length - 4), 4);
    if (kind < 0.4) copy[at] = (copy[at] ?? 0) ^ (1 << this.#below(8));
    else if (kind < 0.6) copy[at] = this.#below(256);
    else if (kind < 0.8) word.setUint32(0, INTERESTING[this.#below(INTERESTING.length)] ?? 0, true);
    else word.setInt32(0, word.getInt32(0, true) + this.#below(17) - 8, true);
  }

  /** A piece of the file is left out, doubled, or put over another place. */
  #spliced(): Uint8Array {
    const [from, to] = [this.#place(), this.#place()];
    const piece = this.#bytes.subarray(from, from + 1 + this.#below(256));
    const kept = this.#random() < 0.5 ? to + piece.length : to;
    const rest = this.#bytes.subarray(kept);
    const result = new Uint8Array(to + piece.length + rest.length);
    result.set(this.#bytes.subarray(0, to));
    result.set(piece, to);
    result.set(rest, to + piece.length);
    return result;
  }
}

/** The offsets of all bytes that are not weights. */
function structureOf(bytes: Uint8Array): readonly number[] {
  const isWeight = new Uint8Array(bytes.length);
  for (const tensor of parseModel(bytes).tensors) {
    const { byteOffset = 0, length = 0 } = tensor.bytes ?? {};
    const from = byteOffset - bytes.byteOffset;
    if (tensor.type !== 'int32') isWeight.fill(1, from, from + length);
  }
  return [...isWeight.keys()].filter((offset) => isWeight[offset] === 0);
}
