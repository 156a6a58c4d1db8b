/** So loud is a voice near the microphone, as a share of the loudest. */
const VOICE = 0.25;

/** Decibels of full scale: a quiet room, and a loud voice. */
const [QUIET_DB, LOUD_DB] = [-60, -10];

/** Whether a level is that of somebody who speaks. */
export const isVoice = (level: number): boolean => level > VOICE;

/**
 * Tells how loud a stream is, about 60 times a second, from 0 to 1.
 * @returns What ends it.
 */
export function followLevel(stream: MediaStream, onLevel: (level: number) => void): () => void {
  const context = new AudioContext();
  const analyser = new AnalyserNode(context, { fftSize: 1024 });
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  // Browsers may hold it back until the visitor has done something on the page.
  const resume = (): void => void context.resume();
  for (const type of GESTURES) addEventListener(type, resume);
  const look = (): void => {
    // First, so that the listener may end it.
    frame = requestAnimationFrame(look);
    analyser.getFloatTimeDomainData(samples);
    onLevel(levelOf(samples));
  };
  let frame = requestAnimationFrame(look);
  return () => {
    cancelAnimationFrame(frame);
    for (const type of GESTURES) removeEventListener(type, resume);
    void context.close();
  };
}

const GESTURES = ['pointerdown', 'keydown'] as const;

/** Loudness as ears have it: by decibels. */
export function levelOf(samples: Float32Array): number {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  const share = (10 * Math.log10(power) - QUIET_DB) / (LOUD_DB - QUIET_DB);
  return Math.min(1, Math.max(0, share));
}
