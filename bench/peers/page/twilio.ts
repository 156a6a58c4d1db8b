import {
  GaussianBlurBackgroundProcessor,
  VirtualBackgroundProcessor,
} from '@twilio/video-processors';
import type { Processor } from '@twilio/video-processors';
import { loadImage } from './load-image';
import type { PeerBackground, PeerInput } from './peer';

const assetsPath = '/vendor/@twilio/video-processors/dist/build/';

/**
 * Driven as the Video SDK drives it under the recommended `{ inputFrameBufferType: 'videoframe',
 * outputFrameBufferContextType: 'bitmaprenderer' }`: frames one by one into the processor, each
 * result asked for from a captured canvas. The workers of the processor are on by default.
 */
export async function start(input: PeerInput): Promise<MediaStreamTrack> {
  const processor = await makeProcessor(input.background);
  await processor.loadModel();
  const { width, height } = input;
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  canvas.getContext('bitmaprenderer');
  const [track] = canvas.captureStream(0).getVideoTracks();
  if (!(track instanceof CanvasCaptureMediaStreamTrack)) throw new Error('No captured canvas.');
  void drive(input.camera, async (frame) => {
    await processor.processFrame(frame, canvas);
    track.requestFrame();
  });
  return track;
}

async function makeProcessor({ name, pictureUrl }: PeerBackground): Promise<Processor> {
  if (name === 'blur') return new GaussianBlurBackgroundProcessor({ assetsPath });
  const backgroundImage = await loadImage(pictureUrl);
  return new VirtualBackgroundProcessor({ assetsPath, backgroundImage });
}

/** The processor closes the frame. */
async function drive(
  track: MediaStreamTrack,
  process: (frame: VideoFrame) => Promise<void>,
): Promise<void> {
  // The type of a track does not tell its kind; the camera's is a video track.
  const { readable } = new MediaStreamTrackProcessor({ track: track as MediaStreamVideoTrack });
  await readable.pipeTo(new WritableStream({ write: process }));
}
