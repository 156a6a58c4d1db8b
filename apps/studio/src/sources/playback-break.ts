import type { SourceEnd } from './source';

/** A player that fetches nothing more and stands for so long will not go on. */
const STALL_MS = 4000;

/** Settles where a video file cannot be played any further; never where it can. */
export function playbackBreak(video: HTMLVideoElement): Promise<SourceEnd> {
  return new Promise((resolve) => {
    const tell = (): void => resolve({ brokenAtS: video.currentTime });
    let timer: ReturnType<typeof setTimeout> | undefined;
    video.addEventListener('waiting', () => {
      clearTimeout(timer);
      timer = setTimeout(() => standsFor(video, tell), STALL_MS);
    });
    video.addEventListener('playing', () => clearTimeout(timer));
    video.addEventListener('error', tell);
    if (video.error) tell();
  });
}

function standsFor({ networkState, paused }: HTMLVideoElement, tell: () => void): void {
  if (networkState === HTMLMediaElement.NETWORK_IDLE && !paused) tell();
}
