import { quote, SdpError } from './sdp-error';

/** Chromium takes some 6 kB for a video section; 25 videos and their stopped slots fit. */
const MOST_CHARACTERS = 524_288;
const MOST_SECTIONS = 100;

/** The `a=` lines of one part of a description: values by name, `''` where there is none. */
export class Attributes {
  readonly #values = new Map<string, string[]>();

  add(attribute: string): void {
    const colon = attribute.indexOf(':');
    const name = colon < 0 ? attribute : attribute.slice(0, colon);
    const values = this.#values.get(name) ?? [];
    values.push(colon < 0 ? '' : attribute.slice(colon + 1));
    this.#values.set(name, values);
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  first(name: string): string | undefined {
    return this.#values.get(name)?.[0];
  }

  all(name: string): readonly string[] {
    return this.#values.get(name) ?? [];
  }
}

/** One m-line with what stands below it. */
export interface MediaLines {
  /** Without `m=`. */
  readonly media: string;
  readonly attributes: Attributes;
}

export interface DescriptionLines {
  readonly session: Attributes;
  readonly media: readonly MediaLines[];
}

/** Sorts the lines of a description; types other than `m` and `a` are checked for form alone. */
export function readLines(sdp: string): DescriptionLines {
  const session = new Attributes();
  const media: MediaLines[] = [];
  for (const { type, value } of linesOf(sdp)) {
    if (type === 'm') media.push({ media: value, attributes: new Attributes() });
    if (type === 'a') (media.at(-1)?.attributes ?? session).add(value);
  }
  if (media.length > MOST_SECTIONS) {
    throw new SdpError(`The offer has ${media.length} sections; ${MOST_SECTIONS} are the most.`);
  }
  return { session, media };
}

function linesOf(sdp: string): readonly { type: string; value: string }[] {
  if (sdp.length > MOST_CHARACTERS) {
    throw new SdpError(`The offer has ${sdp.length} characters; ${MOST_CHARACTERS} are the most.`);
  }
  const lines = sdp.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  if (lines[0] !== 'v=0') throw new SdpError('The offer does not begin with v=0.');
  return lines.map(readLine);
}

function readLine(line: string, index: number): { type: string; value: string } {
  // Of control characters RFC 8866 allows the tabulator alone.
  if (!/^[a-z]=[^\0-\x08\x0b-\x1f\x7f]*$/.test(line)) {
    throw new SdpError(`Line ${index + 1} of the offer is not of the form x=…: ${quote(line)}.`);
  }
  return { type: line.charAt(0), value: line.slice(2) };
}
