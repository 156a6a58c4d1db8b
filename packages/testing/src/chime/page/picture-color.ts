/** Mean colour of the middle of a video's picture, 0 to 255 each of red, green and blue. */
export function pictureColor(video: HTMLVideoElement): [number, number, number] {
  const context = new OffscreenCanvas(16, 16).getContext('2d');
  if (!context) throw new Error('No 2D canvas in this browser.');
  context.drawImage(video, 0, 0, 16, 16);
  const [red = 0, green = 0, blue = 0] = context.getImageData(8, 6, 1, 1).data;
  return [red, green, blue];
}
