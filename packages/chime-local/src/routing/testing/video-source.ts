import type { RtpExtension } from '../../rtp/header-extensions';
import { writeRtp } from '../../rtp/write-rtp';

/** VP8: the descriptor of a frame's first packet, and the first byte of its partition. */
const KEY = [0x10, 0x00];
const DELTA = [0x10, 0x01];
/** The descriptor of a packet that goes on with a frame. */
const REST = [0x00, 0x00];

export interface SourceOptions {
  readonly ssrc: number;
  readonly payloadType?: number;
  readonly firstSequence?: number;
  readonly extensions?: readonly RtpExtension[];
}

/** A camera's encoder: VP8 packets, two of each picture. The bytes after the second tell the number. */
export class VideoSource {
  extensions: readonly RtpExtension[];
  #sequence: number;
  #timestamp = 4_294_960_000;

  constructor(private readonly options: SourceOptions) {
    this.#sequence = options.firstSequence ?? 65_530;
    this.extensions = options.extensions ?? [];
  }

  /** The next packet's. */
  get sequence(): number {
    return this.#sequence & 0xffff;
  }

  keyFrame(): Buffer[] {
    return this.#picture(KEY);
  }

  deltaFrame(): Buffer[] {
    return this.#picture(DELTA);
  }

  #picture(first: readonly number[]): Buffer[] {
    this.#timestamp += 6000;
    return [this.#packet(first, false), this.#packet(REST, true)];
  }

  #packet(begin: readonly number[], marker: boolean): Buffer {
    const sequenceNumber = this.sequence;
    this.#sequence += 1;
    const payload = Buffer.from([...begin, sequenceNumber >> 8, sequenceNumber & 0xff, 1, 2, 3]);
    const { ssrc, payloadType = 96 } = this.options;
    const fields = { marker, payloadType, sequenceNumber, timestamp: this.#timestamp, ssrc };
    return writeRtp(fields, payload, this.extensions);
  }
}

/** The number that a packet's sender gave it. */
export function sequenceIn(payload: Buffer): number {
  return payload.readUInt16BE(2);
}
