import { refuse } from '../model-load-error';
import { decodeFloat16 } from '../plan/float16';
import { numberOf, objectOf, textOf } from './json';

/** How the numbers of a weight stand in its bytes. */
export interface Encoding {
  readonly bytesPerValue: number;
  /** Undefined for what can stand in a file, but is no number that a plan takes. */
  readonly decode: ((bytes: Uint8Array) => Float32Array) | undefined;
}

const PLAIN = new Map<string, Encoding>([
  ['float32', { bytesPerValue: 4, decode: (bytes) => new Float32Array(bytes.slice().buffer) }],
  ['int32', { bytesPerValue: 4, decode: undefined }],
  ['bool', { bytesPerValue: 1, decode: undefined }],
]);

/** Finds how a weight is written, by its entry in the manifest. */
export function encodingOf(place: string, dtype: unknown, quantization: unknown): Encoding {
  const type = textOf(place, 'dtype', dtype);
  const plain = PLAIN.get(type) ?? refuse(place, `dtype ${type} is not supported`);
  if (quantization === undefined) return plain;
  const found = quantized(place, quantization);
  return plain.decode ? found : { ...found, decode: undefined };
}

function quantized(place: string, quantization: unknown): Encoding {
  const { dtype, min, scale } = objectOf(place, 'quantization', quantization);
  const type = textOf(place, 'quantization.dtype', dtype);
  if (type === 'float16') return { bytesPerValue: 2, decode: decodeFloat16 };
  const least = numberOf(place, 'quantization.min', min);
  const step = numberOf(place, 'quantization.scale', scale);
  const spread = (value: number): number => value * step + least;
  if (type === 'uint8') {
    return { bytesPerValue: 1, decode: (bytes) => Float32Array.from(bytes, spread) };
  }
  if (type !== 'uint16') refuse(place, `quantisation to ${type} is not supported`);
  return {
    bytesPerValue: 2,
    decode: (bytes) => Float32Array.from(new Uint16Array(bytes.slice().buffer), spread),
  };
}
