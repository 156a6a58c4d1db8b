import { writeNtp } from './ntp-time';
import type { ReceptionReport, SenderFigures } from './rtcp-message';

const NO_REPORTS: readonly ReceptionReport[] = [];

const REPORT_BYTES = 24;

/** With the header written, which counts in words and not itself. */
function allocate(type: number, count: number, bytes: number): Buffer {
  const packet = Buffer.alloc(bytes);
  packet[0] = 0x80 | count;
  packet[1] = type;
  packet.writeUInt16BE(bytes / 4 - 1, 2);
  return packet;
}

function writeReports(packet: Buffer, from: number, reports: readonly ReceptionReport[]): void {
  let at = from;
  for (const report of reports) {
    packet.writeUInt32BE(report.ssrc, at);
    packet[at + 4] = report.fractionLost;
    packet.writeIntBE(Math.max(-0x800000, Math.min(0x7fffff, report.packetsLost)), at + 5, 3);
    packet.writeUInt32BE(report.highestSequence, at + 8);
    packet.writeUInt32BE(report.jitter, at + 12);
    packet.writeUInt32BE(report.lastSenderReport, at + 16);
    packet.writeUInt32BE(report.delaySinceLastReport, at + 20);
    at += REPORT_BYTES;
  }
}

/** At most 31 reports. */
export function writeReceiverReport(ssrc: number, reports: readonly ReceptionReport[]): Buffer {
  const packet = allocate(201, reports.length, 8 + reports.length * REPORT_BYTES);
  packet.writeUInt32BE(ssrc, 4);
  writeReports(packet, 8, reports);
  return packet;
}

/** At most 31 reports; the counts go on from 0 at 2 to the 32. */
export function writeSenderReport(
  figures: SenderFigures,
  reports: readonly ReceptionReport[] = NO_REPORTS,
): Buffer {
  const packet = allocate(200, reports.length, 28 + reports.length * REPORT_BYTES);
  packet.writeUInt32BE(figures.ssrc, 4);
  writeNtp(packet, 8, figures.timeMs);
  packet.writeUInt32BE(figures.rtpTimestamp >>> 0, 16);
  packet.writeUInt32BE(figures.packets >>> 0, 20);
  packet.writeUInt32BE(figures.payloadBytes >>> 0, 24);
  writeReports(packet, 28, reports);
  return packet;
}

/** A number and the mask of those up to sixteen after it, for each. */
function packSequenceNumbers(numbers: readonly number[]): { first: number; mask: number }[] {
  const packed: { first: number; mask: number }[] = [];
  for (const number of numbers) {
    const last = packed.at(-1);
    const distance = last ? (number - last.first) & 0xffff : 0;
    if (last && distance <= 16) last.mask |= distance > 0 ? 1 << (distance - 1) : 0;
    else packed.push({ first: number, mask: 0 });
  }
  return packed;
}

/** @param sequenceNumbers - In their order, at least one. */
export function writeNack(
  senderSsrc: number,
  mediaSsrc: number,
  sequenceNumbers: readonly number[],
): Buffer {
  const packed = packSequenceNumbers(sequenceNumbers);
  const packet = allocate(205, 1, 12 + packed.length * 4);
  packet.writeUInt32BE(senderSsrc, 4);
  packet.writeUInt32BE(mediaSsrc, 8);
  packed.forEach(({ first, mask }, i) => {
    packet.writeUInt16BE(first, 12 + i * 4);
    packet.writeUInt16BE(mask, 14 + i * 4);
  });
  return packet;
}

export function writePli(senderSsrc: number, mediaSsrc: number): Buffer {
  const packet = allocate(206, 1, 12);
  packet.writeUInt32BE(senderSsrc, 4);
  packet.writeUInt32BE(mediaSsrc, 8);
  return packet;
}
