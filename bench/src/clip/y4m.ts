/** A `.y4m` file: raw I420 frames, one after the other. */
export interface Y4m {
  readonly width: number;
  readonly height: number;
  readonly frames: readonly Uint8Array[];
}

const LINE_END = 0x0a;

/**
 * Reads a `.y4m` file with 4:2:0 planes of 8 bits.
 * @throws Error that names what is wrong with the header.
 */
export function parseY4m(bytes: Uint8Array): Y4m {
  const headerEnd = bytes.indexOf(LINE_END);
  const header = new TextDecoder().decode(bytes.subarray(0, Math.max(headerEnd, 0)));
  const { width, height } = parseHeader(header);
  const frameBytes = width * height + 2 * Math.ceil(width / 2) * Math.ceil(height / 2);
  const frames: Uint8Array[] = [];
  let place = bytes.indexOf(LINE_END, headerEnd + 1) + 1;
  while (place > 0 && place + frameBytes <= bytes.length) {
    frames.push(bytes.subarray(place, place + frameBytes));
    place = bytes.indexOf(LINE_END, place + frameBytes) + 1;
  }
  return { width, height, frames };
}

function parseHeader(header: string): { width: number; height: number } {
  const [magic, ...tags] = header.split(' ');
  const tag = (letter: string): string | undefined =>
    tags.find((each) => each.startsWith(letter))?.slice(1);
  const [width, height] = [Number(tag('W')), Number(tag('H'))];
  const colors = tag('C') ?? '420';
  const known = /^420(jpeg|mpeg2|paldv)?$/.test(colors);
  if (magic === 'YUV4MPEG2' && width > 0 && height > 0 && known) return { width, height };
  throw new Error(`This .y4m header is not one of 8-bit 4:2:0: "${header.slice(0, 80)}".`);
}
