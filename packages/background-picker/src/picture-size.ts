import { headSize, type PictureSize } from './head-size';

/**
 * The size that a picture says it has, without decoding it.
 * @throws DOMException where the file is no picture.
 */
export const pictureSize = async (file: Blob): Promise<PictureSize> =>
  // Beyond some size browsers call a picture broken and do not tell its size.
  (await headSize(file)) ?? (await imageSize(file));

/** In every format of the browser's: an image that is never shown is not decoded. */
async function imageSize(file: Blob): Promise<PictureSize> {
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
