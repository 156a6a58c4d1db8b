/** One end's Opus, mono at 48 kHz, 20 ms a packet. What it returns is valid until its next call. */
export interface OpusCodec {
  /** Undefined: the codec refused. */
  encode(pcm: Int16Array): Buffer | undefined;
  /** Undefined: not a packet of 20 ms. */
  decode(packet: Buffer): Int16Array | undefined;
  /** What may have been in a packet that did not come. */
  conceal(): Int16Array;
  /** Its memory is not the garbage collector's. */
  close(): void;
}

/** Makes codecs, which cost memory and time: only when voices are to be mixed. */
export type OpenCodec = () => OpusCodec;
