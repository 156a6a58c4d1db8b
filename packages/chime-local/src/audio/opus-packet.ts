/** What every packet here holds: 20 ms at 48 kHz, the clock of Opus in RTP (RFC 7587). */
export const FRAME_SAMPLES = 960;

/** One frame of silence: CELT, full band, mono. */
export const SILENCE = Buffer.from([0xf8, 0xff, 0xfe]);

/** RFC 6716 allows 1,275 bytes for a frame; a packet that fits the network's is not much more. */
const MAX_BYTES = 1400;

const SILK_SAMPLES = [480, 960, 1920, 2880];
const HYBRID_SAMPLES = [480, 960];
const CELT_SAMPLES = [120, 240, 480, 960];

/** RFC 6716, section 3.1: the first five bits. */
function frameSamples(configuration: number): number {
  if (configuration < 12) return SILK_SAMPLES[configuration & 3] ?? 0;
  if (configuration < 16) return HYBRID_SAMPLES[configuration & 1] ?? 0;
  return CELT_SAMPLES[configuration & 3] ?? 0;
}

function frameCount(packet: Buffer): number {
  const code = (packet[0] ?? 0) & 3;
  if (code === 3) return (packet[1] ?? 0) & 0x3f;
  return code === 0 ? 1 : 2;
}

/** Whether it lasts 20 ms, as all do that browsers send unless they are asked for others. */
export function isTwentyMs(packet: Buffer): boolean {
  if (packet.length === 0 || packet.length > MAX_BYTES) return false;
  return frameSamples((packet[0] ?? 0) >> 3) * frameCount(packet) === FRAME_SAMPLES;
}
