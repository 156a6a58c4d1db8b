import { evenSizeOf, orientationOf, sameSize, type Size } from './frame-size';
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
    ...codedSizeOf(layout),
    layout: layout.webCodecs,
    timestamp: source.timestamp,
    colorSpace,
    ...(source.duration !== null && { duration: source.duration }),
    ...(rotation !== 0 && { rotation }),
    ...(flip && { flip }),
  };
  return new VideoFrame(planes.view(), init);
}

/**
 * Firefox makes no I420 frame of an odd coded size. There it is cut out of an even one, whose last
 * row, not to be seen, is the beginning of the plane that follows; Chromium allows no such overlap.
 */
function codedSizeOf({ width, height }: Size): Partial<VideoFrameBufferInit> & CodedSize {
  const even = evenSizeOf({ width, height });
  if (sameSize(even, { width, height }) || makesOddFrames()) {
    return { codedWidth: width, codedHeight: height };
  }
  const visibleRect = { x: 0, y: 0, width, height };
  return { codedWidth: even.width, codedHeight: even.height, visibleRect };
}

type CodedSize = Pick<VideoFrameBufferInit, 'codedWidth' | 'codedHeight'>;

let oddFrames: boolean | undefined;

function makesOddFrames(): boolean {
  return (oddFrames ??= triesOddFrame());
}

function triesOddFrame(): boolean {
  const size = { codedWidth: 1, codedHeight: 1 };
  try {
    new VideoFrame(new Uint8Array(3), { format: 'I420', ...size, timestamp: 0 }).close();
    return true;
  } catch {
    return false;
  }
}
