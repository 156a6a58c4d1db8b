import { chimeFrameProcessor, chimeVideoInput } from '@cyclorama/adapters/chime';
import type { Caller } from '@cyclorama/testing/chime-page';
import { DefaultVideoTransformDevice, NoOpLogger } from 'amazon-chime-sdk-js';
import { BackgroundProcessor } from 'cyclorama';

export type Way = 'video-input' | 'frame-processor' | 'stream' | 'content-share';

const OPTIONS = { background: { type: 'color', color: '#0000ff' } } as const;

/** The processed track of a source as a stream. */
async function processed(source: MediaStream): Promise<MediaStream> {
  const processor = new BackgroundProcessor(OPTIONS);
  return new MediaStream([await processor.start(source)]);
}

/** Each way in which the others get a source behind a blue background. */
export const publish: Record<Way, (caller: Caller, source: MediaStream) => Promise<void>> = {
  'video-input': (caller, source) => caller.startVideo(chimeVideoInput(source, OPTIONS)),
  'frame-processor': (caller, source) =>
    caller.startVideo(
      new DefaultVideoTransformDevice(new NoOpLogger(), source, [chimeFrameProcessor(OPTIONS)]),
    ),
  stream: async (caller, source) => caller.startVideo(await processed(source)),
  'content-share': async ({ audioVideo }, source) => {
    await audioVideo.startContentShare(await processed(source));
  },
};
