const BINS = 2048;

/** The loudness of some pitches in a stream over about a tenth of a second, in dB of full scale. */
export async function listen(stream: MediaStream, pitchesHz: readonly number[]): Promise<number[]> {
  const context = new AudioContext();
  try {
    const analyser = new AnalyserNode(context, { fftSize: 2 * BINS, smoothingTimeConstant: 0 });
    context.createMediaStreamSource(stream).connect(analyser);
    await new Promise((resolve) => setTimeout(resolve, 250));
    const levels = new Float32Array(BINS);
    analyser.getFloatFrequencyData(levels);
    const binHz = context.sampleRate / (2 * BINS);
    return pitchesHz.map((hz) => peakAround(levels, Math.round(hz / binHz)));
  } finally {
    await context.close();
  }
}

const peakAround = (levels: Float32Array, bin: number): number =>
  Math.max(...levels.subarray(Math.max(0, bin - 2), bin + 3));
