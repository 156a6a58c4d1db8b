import { bracketed, refuse } from '../model-load-error';
import { encodingOf, type Encoding } from './dequantize';
import { integerOf, listOf, objectOf, textOf } from './json';
import { manifestGroups } from './shards';

const MAX_WEIGHTS = 8192;
const MAX_RANK = 8;

interface Entry extends Encoding {
  readonly place: string;
  readonly shape: readonly number[];
  readonly offset: number;
  readonly count: number;
}

/** A constant of the graph. */
export interface Weight {
  /** For messages: `weight "conv/bias"`. */
  readonly place: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** The weights of a graph model, decoded when they are asked for. */
export class Weights {
  readonly #bytes: Uint8Array;
  readonly #entries = new Map<string, Entry>();

  /**
   * @param model - The parsed `model.json`.
   * @param bytes - All shards, one after the other.
   */
  constructor(model: unknown, bytes: Uint8Array) {
    this.#bytes = bytes;
    let offset = 0;
    for (const { weights } of manifestGroups(model)) {
      for (const weight of listOf(
        'model',
        'the weights of weightsManifest',
        weights,
        MAX_WEIGHTS,
      )) {
        offset = this.#add(weight, offset);
      }
    }
    if (offset !== bytes.length) {
      refuse('weights', `the manifest describes ${offset} bytes, the shards have ${bytes.length}`);
    }
  }

  /** The numbers of a constant. */
  read(place: string, name: string): Weight {
    const entry = this.#entries.get(name) ?? refuse(place, `there is no weight "${name}"`);
    if (!entry.decode) refuse(entry.place, 'is not float');
    const end = entry.offset + entry.count * entry.bytesPerValue;
    const values = entry.decode(this.#bytes.subarray(entry.offset, end));
    return { place: entry.place, shape: entry.shape, values };
  }

  /** Gives where the next weight begins. */
  #add(weight: unknown, offset: number): number {
    const { name: given, shape: sizes, dtype, quantization } = objectOf('weights', 'one', weight);
    const name = textOf('weights', 'the name of one', given);
    const place = `weight "${name}"`;
    if (this.#entries.has(name)) refuse(place, 'stands in the manifest twice');
    const shape = listOf(place, 'its shape', sizes, MAX_RANK).map((size) => {
      return integerOf(place, 'a size', size);
    });
    const count = shape.reduce((product, size) => product * size, 1);
    const isSane = shape.every((size) => size >= 0) && Number.isSafeInteger(count);
    if (!isSane) refuse(place, `shape ${bracketed(shape)} makes no sense`);
    const encoding = encodingOf(place, dtype, quantization);
    this.#entries.set(name, { place, shape, offset, count, ...encoding });
    return offset + count * encoding.bytesPerValue;
  }
}
