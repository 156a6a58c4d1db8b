import type { CodecKey } from '../sdp/session-description';

type Test = (payload: Buffer) => boolean;

/** A picture id has one byte or, where its first bit is set, two. */
function afterPictureId(payload: Buffer, at: number): number {
  return ((payload[at] ?? 0) & 0x80) !== 0 ? at + 2 : at + 1;
}

/** RFC 7741, section 4.2: where the extension, of which each part may be missing, ends. */
function vp8HeaderBytes(payload: Buffer): number {
  if (((payload[0] ?? 0) & 0x80) === 0) return 1;
  const parts = payload[1] ?? 0;
  const at = (parts & 0x80) !== 0 ? afterPictureId(payload, 2) : 2;
  return at + ((parts & 0x40) !== 0 ? 1 : 0) + ((parts & 0x30) !== 0 ? 1 : 0);
}

/** The first partition begins, and its frame is none between others. */
function isVp8KeyFrame(payload: Buffer): boolean {
  const begins = ((payload[0] ?? 0) & 0x17) === 0x10;
  return begins && ((payload[vp8HeaderBytes(payload)] ?? 1) & 1) === 0;
}

/** RFC 9628, section 4.2: a frame that looks at none before begins, in the lowest spatial layer. */
function isVp9KeyFrame(payload: Buffer): boolean {
  const first = payload[0] ?? 0;
  if ((first & 0x48) !== 0x08) return false;
  if ((first & 0x20) === 0) return true;
  const layers = payload[(first & 0x80) !== 0 ? afterPictureId(payload, 1) : 1] ?? 0xff;
  return ((layers >> 1) & 7) === 0;
}

const SPS = 7;
const STAP_A = 24;
const FU_A = 28;

function isSps(nalHeader: number | undefined): boolean {
  return ((nalHeader ?? 0) & 0x1f) === SPS;
}

function hasSps(stap: Buffer): boolean {
  for (let at = 1; at + 2 < stap.length; at += 2 + stap.readUInt16BE(at)) {
    if (isSps(stap[at + 2])) return true;
  }
  return false;
}

/**
 * RFC 6184, section 5. A key frame begins with its parameter sets, without which a newcomer could not
 * read it: where they were lost an IDR slice alone is no beginning.
 */
function isH264KeyFrame(payload: Buffer): boolean {
  const type = (payload[0] ?? 0) & 0x1f;
  if (type === STAP_A) return hasSps(payload);
  if (type === FU_A) return ((payload[1] ?? 0) & 0x80) !== 0 && isSps(payload[1]);
  return type === SPS;
}

/** AV1's RTP payload format, section 4.4: the N bit, and no rest of an OBU before. */
function isAv1KeyFrame(payload: Buffer): boolean {
  return ((payload[0] ?? 0) & 0x88) === 0x08;
}

const TESTS: Readonly<Record<CodecKey, Test>> = {
  opus: () => false,
  VP8: isVp8KeyFrame,
  'VP9/0': isVp9KeyFrame,
  'H264/42e01f': isH264KeyFrame,
  'H264/42001f': isH264KeyFrame,
  AV1: isAv1KeyFrame,
};

/** Whether this is the first packet of a picture that needs none before it. */
export function startsKeyFrame(codec: CodecKey, payload: Buffer): boolean {
  return TESTS[codec](payload);
}
