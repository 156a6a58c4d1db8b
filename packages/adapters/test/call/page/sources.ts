import { SceneMaker, type Scene } from '@cyclorama/testing/chime-page';

const SAMPLE = new URL('../../../../../apps/studio/public/sample/sample.webm', import.meta.url);
const MATTE = new URL(
  '../../../../../apps/studio/public/sample/sample-matte.webm',
  import.meta.url,
);

export type SourceName = 'camera' | 'movie' | 'screen';

/** Camera, movie file and shared screen (R1). */
export const sources: Record<SourceName, () => Promise<MediaStream>> = {
  camera: () => navigator.mediaDevices.getUserMedia({ video: { width: 640, height: 360 } }),
  movie: async () => (await play(SAMPLE.href)).captureStream(),
  screen: () => navigator.mediaDevices.getDisplayMedia({ video: true }),
};

type CapturableVideo = HTMLVideoElement & { captureStream(): MediaStream };

/** Plays a movie over and over, as large as the window. */
export async function play(src: string): Promise<CapturableVideo> {
  const video = Object.assign(document.createElement('video'), { src, muted: true, loop: true });
  document.body.append(video);
  await video.play();
  return video as CapturableVideo;
}

/** Shows the movie alone, for a window that is shared. */
export async function fillWindow(): Promise<void> {
  document.title = 'The movie';
  const video = await play(SAMPLE.href);
  document.body.style.margin = '0';
  video.style.width = '100vw';
  video.style.display = 'block';
}

/** Pictures of the matte in a second. */
const LOOKS_A_SECOND = 15;

/** The scene of the movie, by its matte. */
export async function sceneOfMovie(): Promise<Scene> {
  const maker = new SceneMaker();
  const video = Object.assign(document.createElement('video'), { src: MATTE.href, muted: true });
  await new Promise((resolve) => video.addEventListener('loadeddata', resolve, { once: true }));
  for (let time = 0; time < video.duration; time += 1 / LOOKS_A_SECOND) {
    const seeked = new Promise((resolve) =>
      video.addEventListener('seeked', resolve, { once: true }),
    );
    video.currentTime = time;
    await seeked;
    maker.add(await createImageBitmap(video));
  }
  return maker.make();
}

/** The scene of a clip by its mattes, which are pictures in base64. */
export async function sceneOfMattes(mattes: readonly string[]): Promise<Scene> {
  const maker = new SceneMaker();
  for (const base64 of mattes) {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    maker.add(await createImageBitmap(new Blob([bytes])));
  }
  return maker.make();
}
