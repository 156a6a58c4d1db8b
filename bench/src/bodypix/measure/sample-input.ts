/** A picture covering the input, from −1 to 1, as `[H,W,3]`. */
export async function sampleInput(
  png: Uint8Array<ArrayBuffer>,
  height: number,
  width: number,
): Promise<Float32Array> {
  const picture = await createImageBitmap(new Blob([png], { type: 'image/png' }));
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (!context) throw new Error('There is no 2D canvas.');
  const scale = Math.max(width / picture.width, height / picture.height);
  context.drawImage(picture, 0, 0, picture.width * scale, picture.height * scale);
  const { data } = context.getImageData(0, 0, width, height);
  return Float32Array.from({ length: 3 * height * width }, (_, at) => {
    return (data[4 * Math.floor(at / 3) + (at % 3)] ?? 0) / 127.5 - 1;
  });
}
