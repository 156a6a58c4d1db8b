import type { Decoded } from './decode-frame';

/** The rate at which the fake camera plays `.mjpeg` files. */
const FRAMES_PER_SECOND = 30;

/** Seeks through a movie frame by frame, since playing would drop what is not encoded in time. */
export async function* playMovie(url: string): AsyncGenerator<Decoded> {
  const video = document.createElement('video');
  video.muted = true;
  video.preload = 'auto';
  video.src = url;
  await event(video, 'loadeddata');
  const count = Math.floor(video.duration * FRAMES_PER_SECOND);
  for (let index = 0; index < count; index++) {
    // The middle of a frame's time, so that rounding does not land on its neighbour.
    await seek(video, (index + 0.5) / FRAMES_PER_SECOND);
    yield {
      image: video,
      width: video.videoWidth,
      height: video.videoHeight,
      close: () => undefined,
    };
  }
}

async function seek(video: HTMLVideoElement, seconds: number): Promise<void> {
  const seeked = event(video, 'seeked');
  video.currentTime = seconds;
  await seeked;
}

function event(video: HTMLVideoElement, name: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    video.addEventListener(name, resolve, { once: true });
    const failed = (): void =>
      reject(new Error(`The browser does not play this movie (${video.error?.message ?? ''}).`));
    video.addEventListener('error', failed, { once: true });
  });
}
