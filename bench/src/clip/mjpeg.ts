/**
 * Splits concatenated JPEGs. Markers are walked from segment to segment, since a thumbnail in a
 * header holds a whole JPEG of its own.
 * @throws Error when the bytes do not start with a JPEG.
 */
export function splitMjpeg(bytes: Uint8Array): Uint8Array[] {
  const frames: Uint8Array[] = [];
  let start = 0;
  while (start < bytes.length) {
    const end = endOfJpeg(bytes, start);
    if (end === undefined) break;
    frames.push(bytes.subarray(start, end));
    start = end;
  }
  if (frames.length === 0) throw new Error('There is no JPEG at the beginning of the .mjpeg file.');
  return frames;
}

const START_OF_IMAGE = 0xd8;
const END_OF_IMAGE = 0xd9;
const START_OF_SCAN = 0xda;

/** The place behind a JPEG; undefined where there is none or it is cut off. */
function endOfJpeg(bytes: Uint8Array, start: number): number | undefined {
  if (bytes[start] !== 0xff || bytes[start + 1] !== START_OF_IMAGE) return undefined;
  let place = start + 2;
  while (place + 4 <= bytes.length) {
    const marker = bytes[place + 1];
    const lengthBytes = ((bytes[place + 2] ?? 0) << 8) | (bytes[place + 3] ?? 0);
    place += 2 + lengthBytes;
    if (marker === START_OF_SCAN) place = endOfScan(bytes, place);
    if (bytes[place] === 0xff && bytes[place + 1] === END_OF_IMAGE) return place + 2;
  }
  return undefined;
}

/** In a scan 0xff is followed by 0 or a restart marker; anything else ends it. */
function endOfScan(bytes: Uint8Array, start: number): number {
  for (let place = bytes.indexOf(0xff, start); place >= 0; place = bytes.indexOf(0xff, place + 1)) {
    const next = bytes[place + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next & 0xf8) !== 0xd0) return place;
  }
  return bytes.length;
}
