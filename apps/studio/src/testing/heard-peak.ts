/** The loudest that is heard of a stream's sound within a while, from 0 to 1. */
export async function heardPeak(stream: MediaStream, withinMs: number): Promise<number> {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  context.createMediaStreamSource(new MediaStream(stream.getAudioTracks())).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  let peak = 0;
  for (const end = performance.now() + withinMs; performance.now() < end;) {
    await new Promise((resolve) => setTimeout(resolve, 40));
    analyser.getFloatTimeDomainData(samples);
    peak = samples.reduce((loudest, value) => Math.max(loudest, Math.abs(value)), peak);
  }
  await context.close();
  return peak;
}
