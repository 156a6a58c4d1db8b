import { FrameError } from './frame-error';
import { pickPart } from './pick-part';
import { FRAME } from './schema';

/** The longest frame that is taken: an offer of 25 videos has less than half of it. */
export const MAX_FRAME_BYTES = 512 * 1024;

/** Stands before each frame. */
const PREFIX = 0x05;
/** The SDK takes this one too. */
const OLD_PREFIX = 0x02;

/** What stands in a frame, by the names of the schema; lists are empty and not absent. */
export interface PlainFrame {
  readonly type: number;
  readonly [part: string]: unknown;
}

/**
 * Of a frame its type and the part that belongs to it; the others would be work for nothing.
 * @throws FrameError, and nothing else, whatever the bytes are.
 */
export function decodeFrame(bytes: Uint8Array): PlainFrame {
  if (bytes.length > MAX_FRAME_BYTES) {
    throw new FrameError(`A frame has at most ${MAX_FRAME_BYTES} bytes, not ${bytes.length}.`);
  }
  const [prefix] = bytes;
  if (prefix !== PREFIX && prefix !== OLD_PREFIX) {
    throw new FrameError(`A frame begins with the byte 5, not ${prefix ?? 'nothing'}.`);
  }
  return decodeMessage(bytes.subarray(1));
}

function decodeMessage(bytes: Uint8Array): PlainFrame {
  try {
    const options = { longs: Number, arrays: true };
    return FRAME.toObject(FRAME.decode(pickPart(bytes)), options) as PlainFrame;
  } catch (cause) {
    if (cause instanceof FrameError) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new FrameError(`This is no protobuf frame: ${why}.`, { cause });
  }
}

/** @param frame - Parts by the names of the schema; a name that it lacks is left out. */
export function encodeFrame(frame: PlainFrame, nowMs: number): Uint8Array {
  const message = FRAME.encode({ timestampMs: nowMs, ...frame }).finish();
  const bytes = new Uint8Array(message.length + 1);
  bytes[0] = PREFIX;
  bytes.set(message, 1);
  return bytes;
}
