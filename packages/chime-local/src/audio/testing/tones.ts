import { FRAME_SAMPLES } from '../opus-packet';

const SAMPLE_RATE = 48_000;

/** The n-th 20 ms of a tone. */
export function toneFrame(hertz: number, n: number, amplitude = 8000): Int16Array {
  const first = n * FRAME_SAMPLES;
  const sample = (_: unknown, i: number): number =>
    Math.round(amplitude * Math.sin((2 * Math.PI * hertz * (first + i)) / SAMPLE_RATE));
  return Int16Array.from({ length: FRAME_SAMPLES }, sample);
}

/** How much of a tone there is: its amplitude (Goertzel's filter). */
export function toneAmplitude(pcm: readonly number[], hertz: number): number {
  const turn = (2 * Math.PI * hertz) / SAMPLE_RATE;
  let [before, last] = [0, 0];
  for (const sample of pcm) [before, last] = [last, sample + 2 * Math.cos(turn) * last - before];
  const power = last * last + before * before - 2 * Math.cos(turn) * last * before;
  return (2 * Math.sqrt(Math.max(0, power))) / pcm.length;
}
