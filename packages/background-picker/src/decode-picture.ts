import type { PictureSize } from './head-size';
import { pictureSize } from './picture-size';

/** Longest edge that is kept, in pixels: no video call shows more. */
export const MAX_EDGE_PX = 3840;
/** Half a gigabyte when decoded: a page that asks for more is ended on phones, or stands still. */
const MAX_PX = 120_000_000;
/** Half of it: browsers differ in how much more they take. */
const LARGE_PX = 60_000_000;
/** No browser decodes longer edges in every format. */
const MAX_DECODED_EDGE_PX = 65_535;

/** A picture has more pixels than can be decoded here. */
export class PictureTooLargeError extends Error {
  override readonly name = 'PictureTooLargeError';

  constructor(
    readonly size: PictureSize,
    options?: ErrorOptions,
  ) {
    super(`${size.width} × ${size.height} pixels are too many to be decoded.`, options);
  }
}

/**
 * Decodes a file into a bitmap of a size that can be kept.
 * @returns The bitmap, for the caller to close.
 * @throws PictureTooLargeError before anything is decoded, or where the browser gives up.
 * @throws DOMException where the file is no picture.
 */
export async function decodePicture(file: Blob): Promise<ImageBitmap> {
  const whole = await decodeWhole(file);
  const scale = MAX_EDGE_PX / Math.max(whole.width, whole.height);
  if (scale >= 1) return whole;
  try {
    return await createImageBitmap(whole, {
      resizeWidth: Math.max(1, Math.round(whole.width * scale)),
      resizeHeight: Math.max(1, Math.round(whole.height * scale)),
      resizeQuality: 'medium',
    });
  } finally {
    whole.close();
  }
}

async function decodeWhole(file: Blob): Promise<ImageBitmap> {
  const size = await pictureSize(file);
  const pixels = size.width * size.height;
  if (pixels > MAX_PX || Math.max(size.width, size.height) > MAX_DECODED_EDGE_PX) {
    throw new PictureTooLargeError(size);
  }
  return createImageBitmap(file).catch((cause: unknown) => {
    // Browsers say the same of a picture that is broken and of one that is too large.
    throw pixels > LARGE_PX ? new PictureTooLargeError(size, { cause }) : cause;
  });
}
