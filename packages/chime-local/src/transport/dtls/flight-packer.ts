/** Passes every network that carries WebRTC, with what UDP and IP add. */
const MAX_DATAGRAM_BYTES = 1200;

/** Few datagrams of many records: each one more is one more that can be lost. */
export function packRecords(records: readonly Buffer[]): Buffer[] {
  const datagrams: Buffer[] = [];
  let batch: Buffer[] = [];
  let bytes = 0;
  for (const record of records) {
    if (batch.length > 0 && bytes + record.length > MAX_DATAGRAM_BYTES) {
      datagrams.push(Buffer.concat(batch));
      batch = [];
      bytes = 0;
    }
    batch.push(record);
    bytes += record.length;
  }
  if (batch.length > 0) datagrams.push(Buffer.concat(batch));
  return datagrams;
}
