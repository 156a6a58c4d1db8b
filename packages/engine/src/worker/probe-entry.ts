import type { ProbeAnswer } from './ask-worker';
import { workerScope } from './worker-scope';

const names = ['MediaStreamTrackProcessor', 'VideoTrackGenerator'];
const missing = names.filter((name) => !(name in globalThis));

if (missing.length > 0) answer({ missing });
else answerByTrack();

function answerByTrack(): void {
  try {
    const { track } = new VideoTrackGenerator();
    answer({ missing, track }, [track]);
  } catch {
    answer({ missing: ['VideoTrackGenerator whose track can be moved'] });
  }
}

function answer(told: ProbeAnswer, transfer: Transferable[] = []): void {
  workerScope.postMessage(told, transfer);
}
