import { parseArgs, type ParseArgsConfig } from 'node:util';
import { PEER_NAMES, type PeerName } from './peers/peer-names';

export const BACKGROUNDS = ['image', 'blur', 'color'] as const;
export const PATHS = ['auto', 'canvas'] as const;

/** What every bench understands. */
interface CommonOptions {
  readonly json: boolean;
}

/** What is common to benches that play a clip. Without a size it keeps its own. */
interface ClipOptions extends CommonOptions {
  readonly clip: string;
  readonly width?: number;
  readonly height?: number;
  readonly seconds: number;
  readonly background: (typeof BACKGROUNDS)[number];
  /** How often all that is compared runs in turn; medians are taken. */
  readonly runs: number;
}

/** Options of `speed`. */
export interface SpeedOptions extends ClipOptions {
  readonly bench: 'speed';
  readonly path: (typeof PATHS)[number];
}

/** Options of `peers`. */
export interface PeersOptions extends ClipOptions {
  readonly bench: 'peers';
  /** Which run beside pass-through and ours; all where it is absent. */
  readonly only?: readonly PeerName[];
}

/** Options of `quality`. */
export interface QualityOptions extends CommonOptions {
  readonly bench: 'quality';
  readonly images: string;
  readonly masks: string;
  /** The images are one film, not pictures without connection. */
  readonly sequence: boolean;
}

/** Options of `page`: it measures the studio and takes none of its own. */
export interface PageOptions extends CommonOptions {
  readonly bench: 'page';
}

/** Options of `kernels`. */
export interface KernelsOptions extends CommonOptions {
  readonly bench: 'kernels';
  /** Rounds in which all that is compared has its turn; medians are taken. */
  readonly runs: number;
  /** Where the drawing goes besides the cache: an `.svg`. */
  readonly picture?: string;
}

export type BenchOptions =
  SpeedOptions | PeersOptions | QualityOptions | PageOptions | KernelsOptions;

/** A command line that does not say what to do; its message says what would. */
export class UsageError extends Error {}

export const USAGE = `Usage: npm run bench -- NAME [options] [--json]
  speed    --clip FILE_OR_FOLDER [--width W --height H] [--seconds N] [--background image|blur|color]
           [--path auto|canvas] [--runs N]
  peers    the options of speed but --path, [--only NAME,NAME]: ${PEER_NAMES.join(', ')}
  quality  --images FOLDER --masks FOLDER [--sequence]
  page
  kernels  [--runs N] [--picture FILE.svg]`;

const CLIP = {
  json: { type: 'boolean', default: false },
  clip: { type: 'string' },
  width: { type: 'string' },
  height: { type: 'string' },
  seconds: { type: 'string', default: '10' },
  background: { type: 'string', default: 'image' },
  runs: { type: 'string', default: '1' },
} as const satisfies ParseArgsConfig['options'];

const SPEED = {
  ...CLIP,
  path: { type: 'string', default: 'auto' },
} as const satisfies ParseArgsConfig['options'];

const PEERS = {
  ...CLIP,
  only: { type: 'string' },
} as const satisfies ParseArgsConfig['options'];

const PAGE = {
  json: { type: 'boolean', default: false },
} as const satisfies ParseArgsConfig['options'];

const KERNELS = {
  json: { type: 'boolean', default: false },
  runs: { type: 'string', default: '7' },
  picture: { type: 'string' },
} as const satisfies ParseArgsConfig['options'];

const QUALITY = {
  json: { type: 'boolean', default: false },
  images: { type: 'string' },
  masks: { type: 'string' },
  sequence: { type: 'boolean', default: false },
} as const satisfies ParseArgsConfig['options'];

/**
 * Reads a command line.
 * @throws UsageError that names the option, what it must be and what it is.
 */
export function parseBenchArgs([name, ...args]: readonly string[]): BenchOptions {
  switch (name) {
    case 'speed':
      return parseSpeed(args);
    case 'peers':
      return parsePeers(args);
    case 'quality':
      return parseQuality(args);
    case 'page':
      return { bench: 'page', ...parseStrictly(args, PAGE) };
    case 'kernels':
      return parseKernels(args);
    default:
      throw new UsageError(`There is no bench ${name ?? 'without a name'}.\n${USAGE}`);
  }
}

function parseSpeed(args: readonly string[]): SpeedOptions {
  const values = parseStrictly(args, SPEED);
  const path = oneOf('path', values.path, PATHS);
  return { bench: 'speed', ...clipOptions(values), path };
}

function parsePeers(args: readonly string[]): PeersOptions {
  const values = parseStrictly(args, PEERS);
  const only = values.only?.split(',').map((name) => oneOf('only', name, PEER_NAMES));
  return { bench: 'peers', ...clipOptions(values), ...(only && { only }) };
}

function clipOptions(values: ReturnType<typeof parseStrictly<typeof CLIP>>): ClipOptions {
  const size =
    values.width === undefined && values.height === undefined
      ? {}
      : {
          width: toEvenPixels('width', values.width),
          height: toEvenPixels('height', values.height),
        };
  return {
    json: values.json,
    clip: required('clip', values.clip),
    ...size,
    seconds: toNumber('seconds', values.seconds, 1, 3600),
    background: oneOf('background', values.background, BACKGROUNDS),
    runs: toNumber('runs', values.runs, 1, 100),
  };
}

function parseQuality(args: readonly string[]): QualityOptions {
  const values = parseStrictly(args, QUALITY);
  const images = required('images', values.images);
  return { bench: 'quality', ...values, images, masks: required('masks', values.masks) };
}

function parseKernels(args: readonly string[]): KernelsOptions {
  const { json, runs, picture } = parseStrictly(args, KERNELS);
  if (picture !== undefined && !picture.endsWith('.svg')) {
    throw new UsageError(`--picture must be the path of an .svg, got ${picture}.`);
  }
  const rounds = toNumber('runs', runs, 1, 100);
  return { bench: 'kernels', json, runs: rounds, ...(picture !== undefined && { picture }) };
}

function parseStrictly<T extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: T,
) {
  try {
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (error) {
    throw new UsageError(`${String(error)}\n${USAGE}`);
  }
}

function required(name: string, value: string | undefined): string {
  if (value !== undefined && value !== '') return value;
  throw new UsageError(`--${name} is missing.\n${USAGE}`);
}

function toNumber(name: string, value: string | undefined, least: number, most: number): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  const got = value ?? 'nothing';
  throw new UsageError(`--${name} must be a whole number from ${least} to ${most}, got ${got}.`);
}

/** Chromium's fake camera takes no odd sizes. */
function toEvenPixels(name: string, value: string | undefined): number {
  const pixels = toNumber(name, value, 2, 7680);
  if (pixels % 2 === 0) return pixels;
  throw new UsageError(`--${name} must be even, got ${pixels}.`);
}

function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found !== undefined) return found;
  throw new UsageError(`--${name} must be one of ${allowed.join(', ')}, got ${value}.`);
}
