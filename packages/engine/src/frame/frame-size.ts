/** A size in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What frames are taken for until the first one is seen. */
export const DEFAULT_SIZE: Size = { width: 1280, height: 720 };

/** Whether two sizes are the same; an absent one equals none. */
export function sameSize(a: Size | undefined, b: Size): boolean {
  return a !== undefined && a.width === b.width && a.height === b.height;
}

/** A size with a pixel more where a side is odd, so that half of it is whole. */
export function evenSizeOf({ width, height }: Size): Size {
  return { width: width + (width % 2), height: height + (height % 2) };
}

/**
 * How a frame is to be turned and mirrored when it is drawn; its planes are neither. First turned
 * clockwise, then mirrored left to right.
 */
export interface Orientation {
  readonly rotation: 0 | 90 | 180 | 270;
  readonly flip: boolean;
}

/** A frame's orientation; upright in browsers that do not know of it. */
export function orientationOf(frame: VideoFrame): Orientation {
  const { rotation, flip } = frame as Partial<Orientation>;
  return { rotation: rotation ?? 0, flip: flip ?? false };
}

/** Whether width and height trade places when the frame is drawn. */
export function liesOnItsSide({ rotation }: Orientation): boolean {
  return rotation % 180 !== 0;
}

/** The size at which planes of a size are shown; and the other way round. */
export function shownSizeOf({ width, height }: Size, orientation: Orientation): Size {
  return liesOnItsSide(orientation) ? { width: height, height: width } : { width, height };
}

/**
 * The size of a frame's planes: its display size (not its coded size), before it is turned.
 */
export function planeSizeOf(frame: VideoFrame): Size {
  const { displayWidth: width, displayHeight: height } = frame;
  return shownSizeOf({ width, height }, orientationOf(frame));
}
