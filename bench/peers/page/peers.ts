import type { PeerName } from '../../src/peers/peer-names';
import type { Peer } from './peer';

/** Each is a file of its own in the build, so that the size of one is known. */
export const PEERS: Readonly<Record<PeerName, () => Promise<Peer>>> = {
  passthrough: async () => ({ start: async ({ camera }) => camera }),
  cyclorama: () => import('./cyclorama'),
  twilio: () => import('./twilio'),
  livekit: () => import('./livekit'),
  stream: () => import('./stream'),
  'selfie-segmentation': () => import('./selfie-segmentation'),
  'tasks-vision': async () => (await import('./tasks-vision')).tasksVision('GPU'),
  'tasks-vision-cpu': async () => (await import('./tasks-vision')).tasksVision('CPU'),
  'bodypix-wasm': () => import('./bodypix'),
};
