import { Store } from '../state/store';

/** Where a movie stands. */
export interface MovieState {
  readonly isPlaying: boolean;
  readonly positionS: number;
  readonly durationS: number;
}

/** A movie that is played here, and shared while it is. */
export interface Movie {
  readonly name: string;
  readonly stream: MediaStream;
  readonly state: Store<MovieState>;
  toggle(): void;
  seek(positionS: number): void;
  close(): void;
}

/** TypeScript's DOM does not know it yet. */
interface Capturing extends HTMLVideoElement {
  captureStream?(): MediaStream;
  mozCaptureStream?(): MediaStream;
}

/** Whether the browser can share a movie. */
export const CAN_SHARE_MOVIE =
  'captureStream' in HTMLVideoElement.prototype || 'mozCaptureStream' in HTMLVideoElement.prototype;

/** Capture ends when a movie does: it halts just before, so that it can be played again. */
const END_S = 0.4;

/** Opens a movie file, and plays it. @throws DOMException where the browser cannot play it */
export async function openMovie(file: File): Promise<Movie> {
  const video: Capturing = document.createElement('video');
  video.playsInline = true;
  video.src = URL.createObjectURL(file);
  try {
    await video.play();
    return movieOf(video, file.name);
  } catch (thrown) {
    release(video);
    // Else it would be taken for a dialog that was closed.
    throw new DOMException(`The movie cannot be played: ${String(thrown)}`, 'NotSupportedError');
  }
}

function movieOf(video: Capturing, name: string): Movie {
  const stream = video.captureStream?.() ?? video.mozCaptureStream?.();
  if (!stream) throw new Error('This browser gives no stream of a video.');
  const state = new Store(stateOf(video));
  const tell = (): void => state.set(stateOf(video));
  const halt = (): void => {
    if (video.duration - video.currentTime < END_S) video.pause();
    tell();
  };
  for (const type of ['play', 'pause', 'seeked', 'durationchange']) {
    video.addEventListener(type, tell);
  }
  video.addEventListener('timeupdate', halt);
  return {
    ...{ name, stream, state },
    toggle: () => toggle(video),
    seek: (positionS) => (video.currentTime = Math.min(positionS, video.duration - END_S)),
    close: () => release(video),
  };
}

function toggle(video: HTMLVideoElement): void {
  if (!video.paused) {
    video.pause();
    return;
  }
  if (video.duration - video.currentTime < 2 * END_S) video.currentTime = 0;
  void video.play();
}

function release(video: HTMLVideoElement): void {
  const url = video.src;
  video.pause();
  video.removeAttribute('src');
  video.load();
  URL.revokeObjectURL(url);
}

const stateOf = ({ paused, currentTime, duration }: HTMLVideoElement): MovieState => ({
  isPlaying: !paused,
  positionS: currentTime,
  durationS: Number.isFinite(duration) ? duration : 0,
});
