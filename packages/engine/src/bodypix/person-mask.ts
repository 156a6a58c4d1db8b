import { mix, type PixelValue } from './mask-filler';
import type { PartChoice, WorkerSettings } from './worker-settings';

/** In a grid of both, the person's logit comes first and the parts' after it. */
const PERSON = 0;
const FIRST_PART = 1;

/**
 * How logits become a mask: person probability, shifted so that the threshold is 0.5, the edge for
 * whatever comes after; with `parts` the probability that a pixel is the person and one of them.
 */
export function maskOfLogits({
  segmentationThreshold,
  parts,
}: Pick<WorkerSettings, 'segmentationThreshold' | 'parts'>): PixelValue {
  const shift = logit(segmentationThreshold);
  const personAt: PixelValue = (row, left, right, part) =>
    channelAt(row, left + PERSON, right + PERSON, part) - shift;
  if (!parts) return (...place) => sigmoid(personAt(...place));
  const namedAt = lead(parts);
  const sign = parts.hides ? -1 : 1;
  return (...place) => sigmoid(sign * Math.min(personAt(...place), namedAt(...place)));
}

/**
 * How far the likeliest of the named parts is ahead of the likeliest of the others. BodyPix gives a
 * pixel to the likeliest part, so this is 0 exactly where its own mask of these parts ends; and the
 * smaller of this and the person's logit is 0 where its part segmentation ends.
 */
function lead({ isNamed }: PartChoice): PixelValue {
  const channels = isNamed.map((_, at) => at);
  const named = channels.filter((at) => isNamed[at]);
  const others = channels.filter((at) => !isNamed[at]);
  return (...place) => likeliest(named, ...place) - likeliest(others, ...place);
}

type Place = Parameters<PixelValue>;

// Math.max and Math.min hand on what is no number, so that it is refused where masks are checked.
function likeliest(channels: readonly number[], ...[row, left, right, part]: Place): number {
  let most = -Infinity;
  for (const channel of channels) {
    const at = FIRST_PART + channel;
    most = Math.max(most, channelAt(row, left + at, right + at, part));
  }
  return most;
}

/** A channel of the grid, bilinear. */
const channelAt: PixelValue = (row, left, right, part) =>
  mix(row[left] ?? NaN, row[right] ?? NaN, part);

/** A mask that is made already, of 0 and 1, at the mask's size. */
export const maskOfPixels: PixelValue = channelAt;

const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value));
const logit = (probability: number): number => Math.log(probability / (1 - probability));
