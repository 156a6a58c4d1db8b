/** A movie or a screen as the call's shared content, with another background behind the people in it. */
import type { AudioVideoFacade } from 'amazon-chime-sdk-js';
import { BackgroundProcessor, type Background } from 'cyclorama';

/** The SDK's calls that a share needs. */
export type ShareCalls = Pick<
  AudioVideoFacade,
  | 'startContentShare'
  | 'stopContentShare'
  | 'addContentShareObserver'
  | 'removeContentShareObserver'
>;

/**
 * Shares a stream until it ends, or until the share does.
 * @param stream - Of a movie's `captureStream()`, of `getDisplayMedia()`, or of anything else.
 * @returns What ends the share.
 */
export async function shareMovie(
  audioVideo: ShareCalls,
  stream: MediaStream,
  background: Background,
): Promise<() => void> {
  const processor = new BackgroundProcessor({ background });
  const video = await processor.start(stream);
  const observer = {
    contentShareDidStop: () => {
      audioVideo.removeContentShareObserver(observer);
      processor.close();
      // The SDK stops what it was given. That the screen is captured no longer is up to us.
      for (const track of stream.getTracks()) track.stop();
    },
  };
  audioVideo.addContentShareObserver(observer);
  await audioVideo.startContentShare(new MediaStream([video, ...stream.getAudioTracks()]));
  return () => audioVideo.stopContentShare();
}
