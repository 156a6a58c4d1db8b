import type { Background, LiveOptions, ProcessorOptions } from './options';
import { oneOf, requireObject, requireOneOf, requireThat, requireUrl } from './require-that';
import type { WorkerSegmenter } from './segment/worker-segmenter';

const TYPES: readonly unknown[] = ['none', 'blur', 'color', 'image'];
const FITS = ['cover', 'contain', 'stretch'];
const LIVE: readonly string[] = [
  'background',
  'view',
  'segmenter',
  'model',
] satisfies (keyof LiveOptions)[];
const COLOR = /^#[0-9a-f]{6}$/i;

/**
 * Checks options that come from outside; inside the border nothing is checked again.
 * @throws TypeError that names the option, what it must be and what it is.
 */
export function validateOptions(options: ProcessorOptions): void {
  requireObject('options', options);
  requireUrl('options.assetsUrl', options.assetsUrl);
  requireOneOf('options.view', options.view, ['composite', 'matte']);
  if (options.segmenter !== undefined) validateSegmenter(options.segmenter);
  requireOneOf('options.model', options.model, ['auto', 'landscape', 'general']);
  requireOneOf('options.path', options.path, ['auto', 'canvas']);
  requireColor('options.holdingColor', options.holdingColor);
  if (options.background !== undefined) validateBackground(options.background);
}

/**
 * Checks what is to change in a running processor.
 * @throws TypeError, also for an option that cannot change any more.
 */
export function validateLiveOptions(options: LiveOptions): void {
  validateOptions(options);
  const fixed = Object.keys(options).find((name) => !LIVE.includes(name));
  if (fixed === undefined) return;
  throw new TypeError(`options.${fixed} cannot change in a processor: make a new one with it.`);
}

/**
 * Checks a background that comes from outside.
 * @throws TypeError that names the field, what it must be and what it is.
 */
function validateBackground(background: Background): void {
  // Callers without types pass anything.
  const given = background as Partial<Record<'type' | 'color', unknown>> | null;
  const where = 'options.background';
  requireObject(where, given);
  requireThat(TYPES.includes(given?.type), `${where}.type`, oneOf(TYPES), given?.type);
  if (background.type === 'blur') requireStrength(background.strength);
  if (background.type === 'color') requireColor(`${where}.color`, given?.color ?? null);
  if (background.type === 'image') {
    requireThat(isImage(background.image), `${where}.image`, IMAGE_KINDS, background.image);
    requireOneOf(`${where}.fit`, background.fit, FITS);
  }
}

/** Whoever makes one checks its settings; here it is seen that it is one at all. */
function validateSegmenter(segmenter: unknown): void {
  if (segmenter === 'selfie') return;
  const { name, key, settings, input, startWorker } = (segmenter ?? {}) as Partial<WorkerSegmenter>;
  const isOne =
    [name, key].every((text) => typeof text === 'string') &&
    [settings, input].every((object) => typeof object === 'object') &&
    typeof startWorker === 'function';
  requireThat(isOne, 'options.segmenter', "'selfie' or what bodypix() makes", segmenter);
}

const IMAGE_KINDS = 'an address, a Blob or an ImageBitmap that is not closed';

function isImage(image: unknown): boolean {
  if (image instanceof ImageBitmap) return image.width > 0;
  return (
    (typeof image === 'string' && image !== '') || image instanceof URL || image instanceof Blob
  );
}

function requireStrength(strength: unknown): void {
  const right = typeof strength === 'number' && strength >= 0 && strength <= 1;
  const where = 'options.background.strength';
  requireThat(strength === undefined || right, where, 'a number from 0 to 1', strength);
}

function requireColor(where: string, color: unknown): void {
  const right = color === undefined || (typeof color === 'string' && COLOR.test(color));
  requireThat(right, where, 'a colour written #rrggbb', color);
}
