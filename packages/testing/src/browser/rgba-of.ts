/**
 * The pixels of a frame, RGBA, row-major. Without a canvas and without letting the browser convert:
 * in a worker both wait for the page's thread, which a test may block.
 * @throws Error for formats that no test sends.
 */
export async function rgbaOf(frame: VideoFrame): Promise<Uint8Array> {
  const bytes = new Uint8Array(frame.allocationSize());
  const layout = await frame.copyTo(bytes);
  if (frame.format === 'I420') return fromPlanes(bytes, layout, frame);
  if (/^BGR/.test(frame.format ?? '')) return swapped(bytes);
  if (/^RGB/.test(frame.format ?? '')) return bytes;
  throw new Error(`A recorder does not know frames of format ${frame.format}.`);
}

function swapped(bytes: Uint8Array): Uint8Array {
  return bytes.map((value, at) => (at % 4 === 3 ? value : (bytes[at + 2 - 2 * (at % 4)] ?? value)));
}

// BT.601, limited range (ITU-R BT.601-7, 2.5), as the engine writes for canvas sources.
function fromPlanes(
  bytes: Uint8Array,
  [y, u, v]: PlaneLayout[],
  { displayWidth: width, displayHeight: height }: VideoFrame,
): Uint8Array {
  if (!y || !u || !v) throw new Error('An I420 frame with fewer than three planes.');
  const rgba = new Uint8ClampedArray(width * height * 4);
  const sample = (plane: PlaneLayout, row: number, column: number): number =>
    bytes[plane.offset + row * plane.stride + column] ?? 0;
  for (let at = 0; at < width * height; at++) {
    const [row, column] = [Math.floor(at / width), at % width];
    const luma = 1.164 * (sample(y, row, column) - 16);
    const blue = sample(u, row >> 1, column >> 1) - 128;
    const red = sample(v, row >> 1, column >> 1) - 128;
    const rgb = [luma + 1.596 * red, luma - 0.392 * blue - 0.813 * red, luma + 2.017 * blue];
    rgba.set([...rgb, 255], at * 4);
  }
  return new Uint8Array(rgba.buffer);
}
