/** Longest edge that is kept, in pixels: no video call shows more. */
const MAX_EDGE_PX = 3840;

/**
 * Decodes a file into a bitmap of a size that can be kept.
 * @returns The bitmap, for the caller to close.
 * @throws DOMException where the file is no picture.
 */
export async function decodePicture(file: Blob): Promise<ImageBitmap> {
  const whole = await createImageBitmap(file);
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
