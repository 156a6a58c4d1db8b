import { RECORD_BYTES, RecordedPacket } from './recorded-packet';

const PACKETS = 1024;

/** The last 1,024 packets of a stream, in memory that is taken once: one and a half megabytes. */
export class PacketHistory {
  readonly #records: RecordedPacket[] = [];
  #memory: Buffer | undefined;

  /** Where to record this packet; undefined: it is there, or a newer one in its place. */
  claim(sequence: number): RecordedPacket | undefined {
    const record = this.#record(sequence % PACKETS);
    return record.sequence < sequence ? record : undefined;
  }

  find(sequence: number): RecordedPacket | undefined {
    const record = this.#records[sequence % PACKETS];
    return record?.sequence === sequence ? record : undefined;
  }

  #record(place: number): RecordedPacket {
    this.#memory ??= Buffer.allocUnsafeSlow(PACKETS * RECORD_BYTES);
    const from = place * RECORD_BYTES;
    return (this.#records[place] ??= new RecordedPacket(
      this.#memory.subarray(from, from + RECORD_BYTES),
    ));
  }
}
