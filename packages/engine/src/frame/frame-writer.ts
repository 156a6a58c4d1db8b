import { orientationOf } from './frame-size';
import type { Planes } from './planes';

/** What newer browsers take beside the standard's first edition. */
type FrameInit = VideoFrameBufferInit & { rotation?: number; flip?: boolean };

/**
 * Makes a frame of planes (which are copied), with everything else as the source frame has it:
 * timestamp, duration, display size, rotation and flip.
 *
 * @param colorSpace - What the planes mean, nulls included: a frame made without one becomes
 *   BT.709, and reds shift.
 * @returns A new frame; the caller closes it. The source frame stays the caller's too.
 */
export function writeFrame(
  planes: Planes,
  source: VideoFrame,
  colorSpace: VideoColorSpaceInit,
): VideoFrame {
  const { layout } = planes;
  const { rotation, flip } = orientationOf(source);
  const init: FrameInit = {
    format: 'I420',
    codedWidth: layout.width,
    codedHeight: layout.height,
    layout: layout.webCodecs,
    timestamp: source.timestamp,
    colorSpace,
    ...(source.duration !== null && { duration: source.duration }),
    ...(rotation !== 0 && { rotation }),
    ...(flip && { flip }),
  };
  return new VideoFrame(planes.view(), init);
}
