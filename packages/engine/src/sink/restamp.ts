import { carriedOver, type FrameInit } from '../frame/carried-over';
import { statedColorSpace } from '../frame/stated-color-space';
import { evenSizeOf, planeSizeOf, sameSize } from '../frame/frame-size';

/**
 * The same picture at another time, from copied pixels: Chromium's generator passes on the timestamp
 * of the frame that a wrapped one was made from, whatever the wrapped one says.
 * @returns A new frame; the caller closes both. Of a frame whose pixels the browser keeps to itself
 *   (`format` null), a wrapped one.
 */
export async function restamped(frame: VideoFrame, timestamp: number): Promise<VideoFrame> {
  const { format, visibleRect, colorSpace } = frame;
  if (format === null || !visibleRect) return new VideoFrame(frame, { timestamp });
  const { rect, ...size } = cutOf(frame, visibleRect);
  // A frame's display size is told after turning, and asked for before.
  const display = planeSizeOf(frame);
  const kept = carriedOver(frame);
  const pixels = new Uint8Array(frame.allocationSize({ rect }));
  const layout = await frame.copyTo(pixels, { rect });
  const isPlanar = /^(I4|NV)/.test(format);
  const told = colorSpace.toJSON();
  const init: FrameInit = {
    format,
    timestamp,
    layout,
    ...size,
    displayWidth: display.width,
    displayHeight: display.height,
    colorSpace: isPlanar ? statedColorSpace(told) : told,
    ...kept,
  };
  return new VideoFrame(pixels, init);
}

/** What is copied, and what of it is to be seen: odd sizes are cut out of even ones. */
function cutOf({ codedWidth, codedHeight }: VideoFrame, visible: DOMRectReadOnly) {
  const { x, y, width, height } = visible;
  const even = evenSizeOf(visible);
  const fits = x + even.width <= codedWidth && y + even.height <= codedHeight;
  const copied = fits ? even : { width, height };
  return {
    rect: { x, y, ...copied },
    codedWidth: copied.width,
    codedHeight: copied.height,
    ...(!sameSize(visible, copied) && { visibleRect: { x: 0, y: 0, width, height } }),
  };
}
