import { workerScope } from './worker-scope';

const names = ['MediaStreamTrackProcessor', 'VideoTrackGenerator'];
workerScope.postMessage(
  names.filter((name) => !(name in globalThis)),
  [],
);
