/** RFC 5246, section 6.2.1. */
export const ContentType = { alert: 21, handshake: 22 } as const;

export const RECORD_HEADER_BYTES = 13;

/** DTLS 1.0 and 1.2; the first ClientHello may come under the older. */
const MAJOR_VERSION = 0xfe;
export const DTLS_1_2 = 0xfefd;

/** RFC 6347, section 4.1. */
export interface DtlsRecord {
  readonly type: number;
  readonly version: number;
  /** 0: plain. */
  readonly epoch: number;
  readonly sequenceNumber: number;
  readonly fragment: Buffer;
  /** With its header. */
  readonly bytes: Buffer;
}

function parseRecord(datagram: Buffer, at: number): DtlsRecord | undefined {
  if (at + RECORD_HEADER_BYTES > datagram.length) return undefined;
  const end = at + RECORD_HEADER_BYTES + datagram.readUInt16BE(at + 11);
  if (end > datagram.length || datagram.readUInt8(at + 1) !== MAJOR_VERSION) return undefined;
  return {
    type: datagram.readUInt8(at),
    version: datagram.readUInt16BE(at + 1),
    epoch: datagram.readUInt16BE(at + 3),
    sequenceNumber: datagram.readUIntBE(at + 5, 6),
    fragment: datagram.subarray(at + RECORD_HEADER_BYTES, end),
    bytes: datagram.subarray(at, end),
  };
}

/** The records of a datagram, up to the first that is malformed. */
export function parseRecords(datagram: Buffer): DtlsRecord[] {
  const records: DtlsRecord[] = [];
  let at = 0;
  for (;;) {
    const record = parseRecord(datagram, at);
    if (!record) return records;
    records.push(record);
    at += record.bytes.length;
  }
}

/** A plain record. */
export function writeRecord(type: number, sequenceNumber: number, fragment: Buffer): Buffer {
  const record = Buffer.alloc(RECORD_HEADER_BYTES + fragment.length);
  record.writeUInt8(type, 0);
  record.writeUInt16BE(DTLS_1_2, 1);
  record.writeUIntBE(sequenceNumber, 5, 6);
  record.writeUInt16BE(fragment.length, 11);
  fragment.copy(record, RECORD_HEADER_BYTES);
  return record;
}
