/** Bytes before the weights of one entry: where to start, how many taps, two words unused. */
export const HEAD: usize = 16;

/** Weights of one entry add up to this, so 8-bit values weighed by them fit 16 bits. */
const WHOLE: f32 = 256;

function boxWidth(step: f32): f32 {
  return max<f32>(step, 1);
}

/** Bytes of one entry of a tap table for outputs that lie `step` inputs apart. */
export function tapEntryBytes(step: f32): usize {
  const taps = <i32>ceil<f32>(boxWidth(step)) + 1;
  return HEAD + (((taps + 7) >> 3) << 4);
}

/**
 * Fills a table with the taps of a box filter, as wide as the step when shrinking and one input
 * wide otherwise (which is linear interpolation). The edge is repeated beyond the border.
 */
export function boxTaps(table: usize, count: i32, start: f32, step: f32, size: i32): void {
  const entryBytes = tapEntryBytes(step);
  const width = boxWidth(step);
  for (let i = 0; i < count; i++) {
    const from = start + (<f32>i + 0.5) * step - width * 0.5;
    writeEntry(table + <usize>i * entryBytes, from, width, size, <i32>((entryBytes - HEAD) >> 1));
  }
}

function writeEntry(entry: usize, from: f32, width: f32, size: i32, taps: i32): void {
  const first = min<i32>(max<i32>(<i32>floor<f32>(from), 0), size - 1);
  let before: i32 = 0;
  let used = 1;
  for (let k = 0; k < taps; k++) {
    const edge = first + k >= size - 1 ? width : <f32>(first + k + 1) - from;
    const covered = <i32>nearest<f32>((WHOLE * min<f32>(max<f32>(edge, 0), width)) / width);
    store<i16>(entry + HEAD + ((<usize>k) << 1), <i16>(covered - before));
    if (covered > before) used = k + 1;
    before = covered;
  }
  store<i32>(entry, first);
  store<i32>(entry, used, 4);
}
