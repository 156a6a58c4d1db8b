import { sleep } from './eventually';

const CLIP = new URL('../../../../apps/studio/public/sample/sample.webm', import.meta.url);
const MATTE = new URL('../../../../apps/studio/public/sample/sample-matte.webm', import.meta.url);

/** The studio's sample clip and its matte, both at the same moment, for the caller to close. */
export interface SamplePerson {
  /** A person in a made-up room. */
  readonly picture: ImageBitmap;
  /** White where the person is, black where the room is. */
  readonly matte: ImageBitmap;
}

/** One moment of the built-in sample. */
export async function samplePerson(atSeconds = 1): Promise<SamplePerson> {
  const [picture, matte] = await Promise.all([frameAt(CLIP, atSeconds), frameAt(MATTE, atSeconds)]);
  return { picture, matte };
}

async function frameAt(url: URL, atSeconds: number): Promise<ImageBitmap> {
  const video = document.createElement('video');
  video.muted = true;
  video.src = url.href;
  await once(video, 'loadeddata');
  video.currentTime = atSeconds;
  await once(video, 'seeked');
  if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) await once(video, 'canplay');
  return pictureOf(video);
}

/** Chromium says that it has the frame a little before it can be taken, which a busy machine shows. */
async function pictureOf(video: HTMLVideoElement, triesLeft = 50): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(video);
  } catch (thrown) {
    if (triesLeft === 0) throw thrown;
    await sleep(20);
    return pictureOf(video, triesLeft - 1);
  }
}

const once = (target: EventTarget, type: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    target.addEventListener(type, resolve, { once: true });
    target.addEventListener('error', () => reject(new Error(`No ${type} came.`)), { once: true });
  });
