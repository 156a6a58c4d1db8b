/** A camera of one colour with a bar that moves, so that no two frames are the same. */
export function paintedCamera(
  color: string,
  { width = 320, height = 180, fps = 15 } = {},
): MediaStream {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d');
  if (!context) throw new Error('No 2D canvas in this browser.');
  let at = 0;
  const paint = (): void => {
    context.fillStyle = color;
    context.fillRect(0, 0, width, height);
    context.fillStyle = '#fff';
    context.fillRect((at = (at + 4) % width), height - 8, 8, 8);
  };
  paint();
  setInterval(paint, 1000 / fps);
  return canvas.captureStream(fps);
}
