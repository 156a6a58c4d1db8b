/** In pixels of the frame, as the libraries' blur samples have it. */
const BLUR = 'blur(10px)';

/**
 * The composite as the samples of MediaPipe make it in a 2D canvas: the mask, the camera where the
 * mask is, the background where nothing is yet.
 * @param mask - Its alpha is the person.
 * @param background - None for the blurred camera.
 */
export function composeMasked(
  context: CanvasRenderingContext2D,
  mask: CanvasImageSource,
  camera: CanvasImageSource,
  background: CanvasImageSource | undefined,
): void {
  const { width, height } = context.canvas;
  context.save();
  context.clearRect(0, 0, width, height);
  context.drawImage(mask, 0, 0, width, height);
  context.globalCompositeOperation = 'source-in';
  context.drawImage(camera, 0, 0, width, height);
  context.globalCompositeOperation = 'destination-over';
  if (!background) context.filter = BLUR;
  context.drawImage(background ?? camera, 0, 0, width, height);
  context.restore();
}
