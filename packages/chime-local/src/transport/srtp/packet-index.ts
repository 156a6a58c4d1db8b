const TURN = 0x10000;
const HALF_TURN = 0x8000;

/**
 * The index of an RTP packet: how often the sequence numbers turned, times 2 to the 16, and its
 * sequence number (RFC 3711, appendix A). Of those possible it is the nearest to the highest one.
 *
 * @param highest - Index so far; undefined: this is the first packet.
 * @returns below 0: from before the first packet.
 */
export function estimateIndex(highest: number | undefined, sequenceNumber: number): number {
  if (highest === undefined) return sequenceNumber;
  const last = highest & 0xffff;
  const turnBegin = highest - last;
  if (sequenceNumber - last > HALF_TURN) return turnBegin - TURN + sequenceNumber;
  if (last - sequenceNumber > HALF_TURN) return turnBegin + TURN + sequenceNumber;
  return turnBegin + sequenceNumber;
}
