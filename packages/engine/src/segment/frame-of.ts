/** Pictures that a segmenter takes. */
export type SegmenterSource =
  | ImageData
  | ImageBitmap
  | HTMLCanvasElement
  | OffscreenCanvas
  | HTMLImageElement
  | HTMLVideoElement
  | VideoFrame;

/**
 * A frame of the picture, for the caller to close. The source is left as it is.
 * @throws TypeError where the source has no picture, or is none.
 */
export async function frameOf(source: SegmenterSource): Promise<VideoFrame> {
  try {
    if (source instanceof ImageData) return await frameOfPixels(source);
    return new VideoFrame(source, { timestamp: timestampOf(source) });
  } catch (cause) {
    throw new TypeError(`${nameOf(source)} has no picture to segment. ${REMEDY}`, { cause });
  }
}

async function frameOfPixels(pixels: ImageData): Promise<VideoFrame> {
  const bitmap = await createImageBitmap(pixels);
  try {
    return new VideoFrame(bitmap, { timestamp: 0 });
  } finally {
    bitmap.close();
  }
}

const REMEDY =
  'Give an ImageData, ImageBitmap, canvas, VideoFrame, or an image or video element that has loaded and whose pixels this page may read.';

const timestampOf = (picture: object): number =>
  picture instanceof VideoFrame ? picture.timestamp : 0;

const nameOf = (source: unknown): string => Object.prototype.toString.call(source).slice(8, -1);
