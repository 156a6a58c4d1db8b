/** Pixels as ImageData has them: RGBA, four bytes each. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/**
 * The article's loop, slow and obvious: where the mask is background, the background's pixel, else
 * the camera's. The mask is data of its own, not a colour, so white clothes are never punched out.
 *
 * @param isPerson - One entry per pixel, row by row; 0 is background.
 * @returns New pixels of the camera's size, to which the background has to be brought before.
 * @throws RangeError when the sizes differ.
 */
export function composeReference(
  camera: Pixels,
  background: Pixels,
  isPerson: ArrayLike<number>,
): Pixels {
  const { width, height } = camera;
  checkSizes(camera, background, isPerson);
  const data = new Uint8ClampedArray(camera.data.length);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const source = isPerson[pixel] === 0 ? background : camera;
    for (let at = pixel * 4; at < pixel * 4 + 4; at++) data[at] = source.data[at] ?? 0;
  }
  return { width, height, data };
}

function checkSizes(camera: Pixels, background: Pixels, isPerson: ArrayLike<number>): void {
  const { width, height } = camera;
  const fits = background.width === width && background.height === height;
  if (fits && isPerson.length === width * height) return;
  throw new RangeError(
    `Camera (${width}×${height}), background (${background.width}×${background.height}) and mask ` +
      `(${isPerson.length} pixels) must have one size.`,
  );
}
