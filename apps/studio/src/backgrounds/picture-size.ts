/** Width and height in pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/**
 * The size that a picture says it has, in every format of the browser's. An image that is never
 * shown is not decoded, so that one of any size can be asked.
 * @throws DOMException where the file is no picture.
 */
export async function pictureSize(file: Blob): Promise<PictureSize> {
  const image = new Image();
  const url = URL.createObjectURL(file);
  try {
    await new Promise<void>((resolve, reject) => {
      image.onload = () => resolve();
      image.onerror = () => reject(new DOMException('This is no picture.', 'EncodingError'));
      image.src = url;
    });
  } finally {
    URL.revokeObjectURL(url);
  }
  return { width: image.naturalWidth, height: image.naturalHeight };
}
