import type { Source } from './source';

const MOVIE = new URL('../../../../apps/studio/public/sample/sample.webm', import.meta.url);

/** `captureStream` of media elements: in no DOM typing yet, and prefixed in Firefox. */
interface CapturableVideo {
  captureStream?(): MediaStream;
  mozCaptureStream?(): MediaStream;
}

/** The studio's sample as it plays. */
export async function openMovie(): Promise<Source> {
  const video = Object.assign(document.createElement('video'), { muted: true, loop: true });
  video.src = MOVIE.href;
  await video.play();
  const capturable = video as CapturableVideo;
  const stream = capturable.captureStream?.() ?? capturable.mozCaptureStream?.();
  const [track] = stream?.getVideoTracks() ?? [];
  if (!track) throw new Error('A movie that cannot be captured.');
  return {
    track,
    draw: (context) => context.drawImage(video, 0, 0, context.canvas.width, context.canvas.height),
    resize: () => undefined,
    close: () => video.removeAttribute('src'),
  };
}
