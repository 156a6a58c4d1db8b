import { playbackBreak } from './playback-break';
import { sourceOver, type Source, type SourceKind } from './source';
import { SourceError } from './source-error';

/** `captureStream` of media elements: in no DOM typing yet, and prefixed in Firefox. */
interface CapturableVideo {
  captureStream?(): MediaStream;
  mozCaptureStream?(): MediaStream;
}

/**
 * Plays a video file in a loop, silently and out of sight, as a source.
 * @param release - Frees what stands behind the address.
 * @throws SourceError
 */
export async function playAsSource(
  kind: SourceKind,
  name: string,
  url: string | URL,
  release: () => void = () => undefined,
): Promise<Source> {
  const video = document.createElement('video');
  const end = (): void => {
    video.pause();
    video.removeAttribute('src');
    video.load();
    release();
  };
  try {
    await play(kind, video, String(url));
    const source = sourceOver(kind, name, capture(kind, video), end);
    if (source) return { ...source, ended: Promise.race([source.ended, playbackBreak(video)]) };
    throw new SourceError(kind, 'no-picture');
  } catch (thrown) {
    end();
    throw thrown;
  }
}

async function play(kind: SourceKind, video: HTMLVideoElement, url: string): Promise<void> {
  video.muted = true;
  video.loop = true;
  video.playsInline = true;
  video.src = url;
  await video.play().catch((cause: unknown) => {
    throw new SourceError(kind, 'unplayable', { cause });
  });
  if (video.videoWidth === 0) throw new SourceError(kind, 'no-picture');
}

function capture(kind: SourceKind, video: HTMLVideoElement): MediaStream {
  const capturable = video as CapturableVideo;
  const stream = capturable.captureStream?.() ?? capturable.mozCaptureStream?.();
  if (!stream) throw new SourceError(kind, 'unsupported');
  return stream;
}
