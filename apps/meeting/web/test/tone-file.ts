import { writeFile } from 'node:fs/promises';

const RATE_HZ = 48_000;
const SECONDS = 4;
/** A steady tone would be taken for noise, and suppressed: it comes in bursts, as syllables do. */
const BURST_HZ = 4;

/** Writes a WAV file, for Chromium's fake microphone: a voice of one pitch, mono, 16 bits. */
export async function writeTone(path: string, pitchHz: number): Promise<void> {
  const samples = new Int16Array(RATE_HZ * SECONDS);
  for (const at of samples.keys()) {
    const seconds = at / RATE_HZ;
    const loudness = (seconds * BURST_HZ) % 1 < 0.6 ? 0.4 : 0;
    samples[at] = 32767 * loudness * Math.sin(2 * Math.PI * pitchHz * seconds);
  }
  await writeFile(path, Buffer.concat([header(samples.byteLength), Buffer.from(samples.buffer)]));
}

/** As in "Multimedia Programming Interface and Data Specifications 1.0", RIFF WAVE. */
function header(bytes: number): Buffer {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + bytes, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(RATE_HZ, 24);
  head.writeUInt32LE(2 * RATE_HZ, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(bytes, 40);
  return head;
}
