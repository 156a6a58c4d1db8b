import { readNtp } from './ntp-time';
import type { ReceptionReport, RtcpMessage } from './rtcp-message';
import { parsePayloadFeedback, parseTransportFeedback } from './rtcp-feedback';

const HEADER_BYTES = 4;
const REPORT_BYTES = 24;
const SENDER_BYTES = 24;

function readReport(body: Buffer, at: number): ReceptionReport {
  return {
    ssrc: body.readUInt32BE(at),
    fractionLost: body.readUInt8(at + 4),
    packetsLost: body.readIntBE(at + 5, 3),
    highestSequence: body.readUInt32BE(at + 8),
    jitter: body.readUInt32BE(at + 12),
    lastSenderReport: body.readUInt32BE(at + 16),
    delaySinceLastReport: body.readUInt32BE(at + 20),
  };
}

function readReports(body: Buffer, count: number, from: number): ReceptionReport[] {
  return Array.from({ length: count }, (_, i) => readReport(body, from + i * REPORT_BYTES));
}

function parseSenderReport(body: Buffer, count: number): RtcpMessage | undefined {
  if (body.length < SENDER_BYTES + count * REPORT_BYTES) return undefined;
  return {
    type: 'sender-report',
    ssrc: body.readUInt32BE(0),
    timeMs: readNtp(body, 4),
    compactNtp: body.readUInt32BE(6),
    rtpTimestamp: body.readUInt32BE(12),
    packets: body.readUInt32BE(16),
    payloadBytes: body.readUInt32BE(20),
    reports: readReports(body, count, SENDER_BYTES),
  };
}

function parseReceiverReport(body: Buffer, count: number): RtcpMessage | undefined {
  if (body.length < 4 + count * REPORT_BYTES) return undefined;
  const reports = readReports(body, count, 4);
  return { type: 'receiver-report', ssrc: body.readUInt32BE(0), reports };
}

function parseBye(body: Buffer, count: number): RtcpMessage | undefined {
  if (body.length < count * 4) return undefined;
  return { type: 'bye', ssrcs: Array.from({ length: count }, (_, i) => body.readUInt32BE(i * 4)) };
}

type BodyParser = (body: Buffer, count: number) => RtcpMessage | undefined;

const PARSERS: ReadonlyMap<number, BodyParser> = new Map([
  [200, parseSenderReport],
  [201, parseReceiverReport],
  [203, parseBye],
  [205, parseTransportFeedback],
  [206, parsePayloadFeedback],
]);

/** Where the packet at this place ends, and where what it says does. Undefined: it does not fit. */
function measure(compound: Buffer, at: number): { end: number; bodyEnd: number } | undefined {
  if (at + HEADER_BYTES > compound.length || compound.readUInt8(at) >> 6 !== 2) return undefined;
  const end = at + HEADER_BYTES + compound.readUInt16BE(at + 2) * 4;
  if (end > compound.length) return undefined;
  const padded = (compound.readUInt8(at) & 0x20) !== 0;
  const bodyEnd = padded ? end - compound.readUInt8(end - 1) : end;
  return bodyEnd < at + HEADER_BYTES ? undefined : { end, bodyEnd };
}

/** Empty where the lengths do not add up. What is not understood is left out. */
export function parseRtcp(compound: Buffer): RtcpMessage[] {
  const messages: RtcpMessage[] = [];
  let at = 0;
  while (at < compound.length) {
    const measured = measure(compound, at);
    if (!measured) return [];
    const body = compound.subarray(at + HEADER_BYTES, measured.bodyEnd);
    const parse = PARSERS.get(compound.readUInt8(at + 1));
    const message = parse?.(body, compound.readUInt8(at) & 0x1f);
    if (message) messages.push(message);
    at = measured.end;
  }
  return messages;
}
