import { toBase64 } from './to-base64';

/** Pictures side by side: one to look at, and mattes of its size in gray. */
export function drawSheet(picture: ImageData, mattes: readonly Float32Array[]): Promise<string> {
  const { width, height } = picture;
  const canvas = new OffscreenCanvas(width * (mattes.length + 1), height);
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('An OffscreenCanvas without a 2D context.');
  context.putImageData(picture, 0, 0);
  mattes.forEach((matte, place) => {
    context.putImageData(grayPicture(matte, width, height), width * (place + 1), 0);
  });
  return toBase64(canvas);
}

function grayPicture(matte: Float32Array, width: number, height: number): ImageData {
  const picture = new ImageData(width, height);
  matte.forEach((share, pixel) => {
    picture.data.fill(Math.round(share * 255), pixel * 4, pixel * 4 + 3);
    picture.data[pixel * 4 + 3] = 255;
  });
  return picture;
}
