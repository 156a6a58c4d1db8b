/**
 * The article's pixel loop: what is white in the masked camera becomes the background. Fault 1: the
 * mask has been painted over the camera by now, so that a white shirt is white too, and is punched
 * out.
 * @param masked - The camera, painted white where the mask says background.
 * @param background - Of the same size; fault 5: nothing checks it.
 */
export function mergeByWhite(masked: ImageData, background: ImageData): ImageData {
  const merged = new ImageData(masked.width, masked.height);
  for (let row = 0; row < masked.height; row++) {
    for (let column = 0; column < masked.width; column++) {
      const at = (row * masked.width + column) * 4;
      const isWhite =
        masked.data[at] === 255 &&
        masked.data[at + 1] === 255 &&
        masked.data[at + 2] === 255 &&
        masked.data[at + 3] === 255;
      const from = isWhite ? background : masked;
      for (let channel = 0; channel < 4; channel++) {
        merged.data[at + channel] = from.data[at + channel] ?? 0;
      }
    }
  }
  return merged;
}
