import protobuf from 'protobufjs';
import { FrameError } from './frame-error';
import { FrameType } from './frame-type';

/** The part of each type that clients send, as its field's number; the others have none for us. */
const PARTS: ReadonlyMap<number, number> = new Map([
  [FrameType.join, 4],
  [FrameType.subscribe, 6],
  [FrameType.pause, 10],
  [FrameType.resume, 10],
  [FrameType.audioControl, 17],
  [FrameType.pingPong, 20],
  [FrameType.dataMessages, 23],
  [FrameType.videoUpdate, 25],
]);

const TIMESTAMP = 1;
const TYPE = 2;
const VARINT = 0;
const LENGTH_DELIMITED = 2;

/** A frame, and a part, has far fewer; each costs something when it is decoded. */
const MAX_FIELDS = 2048;
/** Of parts without an offer in them. */
const MAX_PART_BYTES = 64 * 1024;

interface Field {
  readonly number: number;
  readonly wireType: number;
  /** With its tag. */
  readonly bytes: Uint8Array;
}

/**
 * What of a frame is to be decoded: its time, its type, and that type's part. Nothing is made of what
 * the bytes say until it is known how much that is.
 * @throws FrameError where it is too much; Error where the bytes are no protobuf.
 */
export function pickPart(bytes: Uint8Array): Uint8Array {
  const fields = fieldsOf(bytes);
  const type = fields.findLast(({ number, wireType }) => number === TYPE && wireType === VARINT);
  const typeNumber = type ? behindTag(type).uint32() : 0;
  const wanted = new Set([TIMESTAMP, TYPE, PARTS.get(typeNumber)]);
  // One of each: the decoder would make all and keep the last.
  const last = new Map(fields.map((field) => [field.number, field]));
  const picked = [...last.values()].filter(({ number }) => wanted.has(number));
  for (const field of picked) checkPart(field, typeNumber);
  return Buffer.concat(picked.map((field) => field.bytes));
}

function checkPart({ wireType, bytes }: Field, typeNumber: number): void {
  if (wireType !== LENGTH_DELIMITED) return;
  if (bytes.length > MAX_PART_BYTES && typeNumber !== FrameType.subscribe) {
    throw new FrameError(`A frame of type ${typeNumber} has at most ${MAX_PART_BYTES} bytes.`);
  }
  fieldsOf(behindTag({ bytes }).bytes());
}

function behindTag({ bytes }: Pick<Field, 'bytes'>): protobuf.Reader {
  const reader = protobuf.Reader.create(bytes);
  reader.uint32();
  return reader;
}

function fieldsOf(bytes: Uint8Array): readonly Field[] {
  const reader = protobuf.Reader.create(bytes);
  const fields: Field[] = [];
  while (reader.pos < reader.len) {
    const from = reader.pos;
    const tag = reader.uint32();
    const wireType = tag & 7;
    reader.skipType(wireType);
    fields.push({ number: tag >>> 3, wireType, bytes: bytes.subarray(from, reader.pos) });
    if (fields.length > MAX_FIELDS)
      throw new FrameError(`A frame has at most ${MAX_FIELDS} fields.`);
  }
  return fields;
}
