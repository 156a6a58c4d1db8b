import type { Fir, Remb, RtcpMessage } from './rtcp-message';

const NACK = 1;
const PLI = 1;
const FIR = 4;
const APPLICATION = 15;

const FIR_ENTRY_BYTES = 8;
const REMB_NAME = Buffer.from('REMB');

/** Pairs of a sequence number and a mask of the sixteen after it. */
function readSequenceNumbers(body: Buffer): number[] {
  const numbers: number[] = [];
  for (let at = 8; at + 4 <= body.length; at += 4) {
    const first = body.readUInt16BE(at);
    numbers.push(first);
    const mask = body.readUInt16BE(at + 2);
    for (let bit = 0; bit < 16; bit += 1) {
      if (mask & (1 << bit)) numbers.push((first + bit + 1) & 0xffff);
    }
  }
  return numbers;
}

/** RTPFB, of which the generic NACK is understood. */
export function parseTransportFeedback(body: Buffer, format: number): RtcpMessage | undefined {
  if (format !== NACK || body.length < 12) return undefined;
  return {
    type: 'nack',
    senderSsrc: body.readUInt32BE(0),
    mediaSsrc: body.readUInt32BE(4),
    sequenceNumbers: readSequenceNumbers(body),
  };
}

function parseFir(body: Buffer): Fir {
  const count = Math.floor((body.length - 8) / FIR_ENTRY_BYTES);
  const requests = Array.from({ length: count }, (_, i) => ({
    ssrc: body.readUInt32BE(8 + i * FIR_ENTRY_BYTES),
    sequenceNumber: body.readUInt8(12 + i * FIR_ENTRY_BYTES),
  }));
  return { type: 'fir', senderSsrc: body.readUInt32BE(0), requests };
}

function parseRemb(body: Buffer): Remb | undefined {
  if (body.length < 16 || !body.subarray(8, 12).equals(REMB_NAME)) return undefined;
  const count = body.readUInt8(12);
  if (body.length < 16 + count * 4) return undefined;
  const exponent = body.readUInt8(13) >> 2;
  const mantissa = body.readUIntBE(13, 3) & 0x3ffff;
  return {
    type: 'remb',
    senderSsrc: body.readUInt32BE(0),
    bitrateBps: mantissa * 2 ** exponent,
    ssrcs: Array.from({ length: count }, (_, i) => body.readUInt32BE(16 + i * 4)),
  };
}

/** PSFB: PLI, FIR and REMB. */
export function parsePayloadFeedback(body: Buffer, format: number): RtcpMessage | undefined {
  if (body.length < 8) return undefined;
  if (format === FIR) return parseFir(body);
  if (format === APPLICATION) return parseRemb(body);
  if (format !== PLI) return undefined;
  return { type: 'pli', senderSsrc: body.readUInt32BE(0), mediaSsrc: body.readUInt32BE(4) };
}
