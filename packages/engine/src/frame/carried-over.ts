import { orientationOf } from './frame-size';

/** What newer browsers take beside the standard's first edition. */
export type FrameInit = VideoFrameBufferInit & { rotation?: number; flip?: boolean };

/** What a frame that is made from another one's pixels keeps of it: duration, rotation and flip. */
export function carriedOver(source: VideoFrame): Pick<FrameInit, 'duration' | 'rotation' | 'flip'> {
  const { rotation, flip } = orientationOf(source);
  return {
    ...(source.duration !== null && { duration: source.duration }),
    ...(rotation !== 0 && { rotation }),
    ...(flip && { flip }),
  };
}
