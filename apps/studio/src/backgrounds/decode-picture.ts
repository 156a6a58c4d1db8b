import { pictureSize, type PictureSize } from './picture-size';

/** Longest edge that is kept, in pixels: no video call shows more. */
export const MAX_EDGE_PX = 3840;
/** A quarter of a gigabyte when decoded: browsers differ in how much more they take. */
const LARGE_PX = 64_000_000;

/** A picture is too large for this browser. */
export class PictureTooLargeError extends Error {
  override readonly name = 'PictureTooLargeError';

  constructor(
    readonly size: PictureSize,
    options: ErrorOptions,
  ) {
    super(`${size.width} × ${size.height} pixels could not be decoded.`, options);
  }
}

/**
 * Decodes a file into a bitmap of a size that can be kept.
 * @returns The bitmap, for the caller to close.
 * @throws PictureTooLargeError where the browser cannot decode that many pixels.
 * @throws DOMException where the file is no picture.
 */
export async function decodePicture(file: Blob): Promise<ImageBitmap> {
  const whole = await createImageBitmap(file).catch((cause: unknown) => refuse(file, cause));
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

/** Browsers say the same of a picture that is broken and of one that is too large. */
async function refuse(file: Blob, cause: unknown): Promise<never> {
  const size = await pictureSize(file);
  if (size && size.width * size.height > LARGE_PX) throw new PictureTooLargeError(size, { cause });
  throw cause;
}
