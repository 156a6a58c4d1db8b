const SAMPLE_RATE = 48_000;
/** So many samples are looked at together: a quarter of a second. */
const PART = 12_000;
const LOUD = 0.05;

/** Plays a recording to its end: the sizes that were seen, and how long it was. */
export async function playedBack(content: Blob): Promise<{ sizes: string[]; duration: number }> {
  const video = document.createElement('video');
  const sizes: string[] = [];
  video.addEventListener('resize', () => sizes.push(`${video.videoWidth}×${video.videoHeight}`));
  video.muted = true;
  video.src = URL.createObjectURL(content);
  await video.play();
  await new Promise((resolve) => video.addEventListener('ended', resolve));
  URL.revokeObjectURL(video.src);
  return { sizes, duration: video.currentTime };
}

/** The tones that are in a recording, in their order, to the nearest ten hertz; silence aside. */
export async function frequencies(content: Blob): Promise<number[]> {
  const samples = await samplesOf(content);
  const heard: number[] = [];
  for (let from = 0; from + PART <= samples.length; from += PART) {
    const part = samples.subarray(from, from + PART);
    const rises = part.filter((value, at) => value > LOUD && (part[at - 1] ?? 1) <= LOUD);
    heard.push(Math.round((rises.length * SAMPLE_RATE) / PART / 10) * 10);
  }
  // Where one follows another a part holds both.
  const held = heard.filter((hertz, at) => hertz === heard[at - 1] || hertz === heard[at + 1]);
  return [...new Set(held)].filter((hertz) => hertz > 100);
}

/** Where a recording is no longer silent. */
export const soundBeginsAtS = async (content: Blob): Promise<number> =>
  (await samplesOf(content)).findIndex((value) => value > LOUD) / SAMPLE_RATE;

async function samplesOf(content: Blob): Promise<Float32Array> {
  const context = new OfflineAudioContext(1, 1, SAMPLE_RATE);
  const sound = await context.decodeAudioData(await content.arrayBuffer());
  return sound.getChannelData(0);
}
