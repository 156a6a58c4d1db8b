import { afterAll, describe, expect, it } from 'vitest';
import { openLibopus } from './libopus';
import { FRAME_SAMPLES, SILENCE } from './opus-packet';
import { toneAmplitude, toneFrame } from './testing/tones';

describe('libopus', () => {
  const codecs = Array.from({ length: 60 }, () => openLibopus());
  afterAll(() => {
    for (const codec of codecs) codec.close();
  });

  /** Half a second through one codec and back. */
  function through(codec: ReturnType<typeof openLibopus>, hertz: number): number[] {
    const frames = Array.from({ length: 25 }, (_, n) => codec.encode(toneFrame(hertz, n)));
    return frames.flatMap((packet) => [...(codec.decode(packet ?? SILENCE) ?? [])]);
  }

  it('keeps sixty codecs apart, of which each has its own tone', () => {
    const hertz = codecs.map((_, i) => 300 + i * 50);
    const encoded = hertz.map((tone, i) =>
      Array.from({ length: 25 }, (_, n) => codecs[i]?.encode(toneFrame(tone, n)) ?? SILENCE),
    );
    const heard = codecs.map(() => [] as number[]);
    for (let n = 0; n < 25; n += 1) {
      codecs.forEach((codec, i) => {
        heard[i]?.push(...(codec.decode(encoded[i]?.[n] ?? SILENCE) ?? []));
      });
    }
    heard.forEach((pcm, i) => {
      const settled = pcm.slice(-10 * FRAME_SAMPLES);
      expect(toneAmplitude(settled, hertz[i] ?? 0)).toBeGreaterThan(6000);
      expect(toneAmplitude(settled, hertz[(i + 7) % 60] ?? 0)).toBeLessThan(200);
    });
  });

  it('goes on where a lost packet was, nearly as loud', () => {
    const codec = openLibopus();
    through(codec, 440);
    expect(toneAmplitude([...codec.conceal()], 440)).toBeGreaterThan(3000);
    codec.close();
  });

  it('answers nothing to packets that are none', () => {
    const codec = openLibopus();
    for (const hex of ['', 'fb3f010203', 'ff', '0b', 'ffff', 'f8'.padEnd(9000, '0')]) {
      expect(codec.decode(Buffer.from(hex, 'hex'))).toBeUndefined();
    }
    expect(codec.decode(SILENCE)).toHaveLength(FRAME_SAMPLES);
    codec.close();
  });

  it('bears any bytes, and codes as before after them', () => {
    const codec = openLibopus();
    for (let n = 0; n < 2000; n += 1) {
      const bytes = Array.from({ length: 1 + (n % 200) }, (_, i) => (i * 7919 + n * 104729) % 251);
      codec.decode(Buffer.from(bytes));
    }
    const settled = through(codec, 700).slice(-5 * FRAME_SAMPLES);
    expect(toneAmplitude(settled, 700)).toBeGreaterThan(6000);
    codec.close();
  });

  it('gives back what a thousand codecs took, and bears a second close', () => {
    const before = process.memoryUsage().arrayBuffers + process.memoryUsage().external;
    for (let n = 0; n < 1000; n += 1) {
      const codec = openLibopus();
      codec.close();
      codec.close();
    }
    const after = process.memoryUsage().arrayBuffers + process.memoryUsage().external;
    expect(after - before).toBeLessThan(8e6);
  });
});
