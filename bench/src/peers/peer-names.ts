/**
 * What the bench of peers can run, in the order of its table, and the package whose version is
 * told. The first two always run: the one tells what the camera alone costs, the other is ours.
 */
export const PEER_PACKAGES = {
  passthrough: undefined,
  cyclorama: 'cyclorama',
  twilio: '@twilio/video-processors',
  livekit: '@livekit/track-processors',
  stream: '@stream-io/video-filters-web',
  'selfie-segmentation': '@mediapipe/selfie_segmentation',
  'tasks-vision': '@mediapipe/tasks-vision',
  'tasks-vision-cpu': '@mediapipe/tasks-vision',
  'bodypix-wasm': '@tensorflow-models/body-pix',
} as const satisfies Readonly<Record<string, string | undefined>>;

export type PeerName = keyof typeof PEER_PACKAGES;

export const PEER_NAMES = Object.keys(PEER_PACKAGES) as readonly PeerName[];

/** Those that run whatever is asked for. */
export const ALWAYS: readonly PeerName[] = ['passthrough', 'cyclorama'];
