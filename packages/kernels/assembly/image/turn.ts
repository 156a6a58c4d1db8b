/** Turns a grid of floats clockwise by quarter turns, 1 to 3; `width` and `height` are the source's. */
export function turnFloats(
  target: usize,
  source: usize,
  width: i32,
  height: i32,
  quarterTurns: i32,
): void {
  // Where the source's first value goes, and how far apart its neighbours come to lie.
  const first =
    quarterTurns == 1 ? height - 1 : quarterTurns == 2 ? width * height - 1 : (width - 1) * height;
  const right = quarterTurns == 1 ? height : quarterTurns == 2 ? -1 : -height;
  const down = quarterTurns == 1 ? -1 : quarterTurns == 2 ? -width : 1;
  for (let y = 0; y < height; y++) {
    let at = first + y * down;
    for (let x = 0; x < width; x++) {
      store<f32>(target + ((<usize>at) << 2), load<f32>(source));
      at += right;
      source += 4;
    }
  }
}
