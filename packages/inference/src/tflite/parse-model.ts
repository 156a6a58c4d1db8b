import type { ElementType, Model, Operator, Tensor } from '../model';
import { refuse } from '../model-load-error';
import { CheckedBytes, Table } from './flatbuffer';
import { decoderOf } from './operations';

const MAX_ENTRIES = 4096;
const MAX_OPERANDS = 8;
const MAX_RANK = 8;
const ELEMENT_TYPES = new Map<number, ElementType>([
  [0, 'float32'],
  [1, 'float16'],
  [2, 'int32'],
]);

interface Code {
  readonly builtin: number;
  readonly custom: string;
}

/**
 * Decodes a `.tflite` file. Nothing is copied: constants are views of `bytes`.
 * @param bytes - The whole file.
 * @throws ModelLoadError when the file is not a model, is cut off, or has an operator that this
 * runtime does not know.
 * @see https://github.com/tensorflow/tensorflow/blob/master/tensorflow/compiler/mlir/lite/schema/schema.fbs
 */
export function parseModel(bytes: Uint8Array): Model {
  const source = new CheckedBytes(bytes);
  const mark = String.fromCharCode(...(bytes.length < 8 ? [] : bytes.subarray(4, 8)));
  if (mark !== 'TFL3') refuse('byte 4', 'not a .tflite file: the mark "TFL3" is missing');
  const root = new Table(source, source.uint32(0));
  const codes = root.tables(1, MAX_ENTRIES).map(parseCode);
  const graphs = root.tables(2, MAX_ENTRIES);
  const graph = graphs[0];
  if (!graph || graphs.length > 1) refuse(root.place, `${graphs.length} subgraphs, 1 is supported`);
  const buffers = root.tables(4, MAX_ENTRIES);
  return {
    tensors: graph.tables(0, MAX_ENTRIES).map((table, at) => parseTensor(table, at, buffers)),
    operators: graph.tables(3, MAX_ENTRIES).map((table, at) => parseOperator(table, at, codes)),
    inputs: graph.int32s(1, MAX_OPERANDS),
    outputs: graph.int32s(2, MAX_OPERANDS),
  };
}

/** Codes above 126 stand in a second field that older files lack; the larger one counts. */
function parseCode(table: Table): Code {
  return {
    builtin: Math.max(table.uint8(0, 0), table.int32(3, 0)),
    custom: table.string(1),
  };
}

function parseTensor(table: Table, index: number, buffers: readonly Table[]): Tensor {
  const place = `tensor ${index} ("${table.string(3)}")`;
  const buffer = buffers[table.uint32(2, 0)];
  if (!buffer) refuse(place, `buffer ${table.uint32(2, 0)} of ${buffers.length} does not exist`);
  const bytes = buffer.bytes(0);
  return {
    place,
    shape: table.int32s(0, MAX_RANK),
    type: ELEMENT_TYPES.get(table.uint8(1, 0)) ?? 'other',
    bytes: bytes && bytes.length > 0 ? bytes : undefined,
  };
}

function parseOperator(table: Table, index: number, codes: readonly Code[]): Operator {
  const code = codes[table.uint32(0, 0)];
  if (!code) refuse(`operator ${index}`, `operator code ${table.uint32(0, 0)} does not exist`);
  const decoder = decoderOf(code.builtin, code.custom);
  if (!decoder) {
    refuse(`operator ${index}`, `operator ${code.custom || code.builtin} is not supported`);
  }
  const place = `operator ${index} (${decoder.name})`;
  const options = { place, table: table.table(4), custom: table.bytes(5) };
  return {
    place,
    operation: decoder.decode(options),
    inputs: table.int32s(1, MAX_OPERANDS),
    outputs: table.int32s(2, MAX_OPERANDS),
  };
}
