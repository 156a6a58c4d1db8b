import { carriedOver, type FrameInit } from './carried-over';
import { PackedPlanes } from './packed-planes';
import type { Planes } from './planes';
import { statedColorSpace } from './stated-color-space';

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
  const { bytes, ...size } = bytesOf(planes);
  const init: FrameInit = {
    format: 'I420',
    ...size,
    timestamp: source.timestamp,
    colorSpace: statedColorSpace(colorSpace),
    ...carriedOver(source),
  };
  return new VideoFrame(bytes, init);
}

/** The planes as they lie in kernel memory, or without the padding of their rows. */
function bytesOf(planes: Planes): { bytes: Uint8Array<ArrayBuffer> } & CodedSize {
  const { width, height, isPacked } = planes.layout;
  if (isPacked) return { bytes: planes.view(), codedWidth: width, codedHeight: height };
  const packed = packedOf(planes);
  const { width: codedWidth, height: codedHeight } = packed.coded;
  const visibleRect = { x: 0, y: 0, width, height };
  return { bytes: packed.pack(planes.view()), codedWidth, codedHeight, visibleRect };
}

type CodedSize = Pick<VideoFrameBufferInit, 'codedWidth' | 'codedHeight' | 'visibleRect'>;

const packedPlanes = new WeakMap<Planes, PackedPlanes>();

function packedOf(planes: Planes): PackedPlanes {
  const packed = packedPlanes.get(planes) ?? new PackedPlanes(planes.layout);
  packedPlanes.set(planes, packed);
  return packed;
}
