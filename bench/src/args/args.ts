import type { ParseArgsConfig } from 'node:util';
import { PEER_NAMES } from '../peers/peer-names';
import { CANDIDATES, chooseCandidates } from '../tradeoff/candidates';
import {
  BACKGROUNDS,
  PATHS,
  type BenchOptions,
  type BodypixOptions,
  type ChimeOptions,
  type ClipOptions,
  type KernelsOptions,
  type MeetingOptions,
  type PeersOptions,
  type QualityOptions,
  type SpeedOptions,
  type TradeoffOptions,
} from './options';
import { USAGE, UsageError } from './usage';
import { oneOf, parseStrictly, required, toEvenPixels, toNumber } from './values';

/** Weights of BodyPix that the tests use too. */
const MODELS = '../shared/data/bodypix';

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
  // Others are compared by medians of several runs only.
  runs: { type: 'string', default: '5' },
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
  models: { type: 'string', default: MODELS },
} as const satisfies ParseArgsConfig['options'];

const TRADEOFF = {
  json: { type: 'boolean', default: false },
  clip: { type: 'string' },
  truth: { type: 'string' },
  models: { type: 'string', default: MODELS },
  only: { type: 'string' },
  frames: { type: 'string' },
  width: { type: 'string' },
  height: { type: 'string' },
  picture: { type: 'string' },
} as const satisfies ParseArgsConfig['options'];

const BODYPIX = {
  json: { type: 'boolean', default: false },
  runs: { type: 'string', default: '7' },
  models: { type: 'string', default: MODELS },
} as const satisfies ParseArgsConfig['options'];

const CHIME = {
  json: { type: 'boolean', default: false },
  clients: { type: 'string', default: '2' },
  width: { type: 'string', default: '1280' },
  height: { type: 'string', default: '720' },
  fps: { type: 'string', default: '15' },
  seconds: { type: 'string', default: '30' },
} as const satisfies ParseArgsConfig['options'];

const MEETING = {
  json: { type: 'boolean', default: false },
  rooms: { type: 'string', default: '200' },
  messagesPerMinute: { type: 'string', default: '2000' },
  seconds: { type: 'string', default: '60' },
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
    case 'tradeoff':
      return parseTradeoff(args);
    case 'page':
      return { bench: 'page', ...parseStrictly(args, PAGE) };
    case 'kernels':
      return parseKernels(args);
    case 'bodypix':
      return parseBodypix(args);
    case 'chime':
      return parseChime(args);
    case 'meeting':
      return parseMeeting(args);
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
  return {
    json: values.json,
    clip: required('clip', values.clip),
    ...sizeOf(values),
    seconds: toNumber('seconds', values.seconds, 1, 3600),
    background: oneOf('background', values.background, BACKGROUNDS),
    runs: toNumber('runs', values.runs, 1, 100),
  };
}

/** Both edges or none. */
function sizeOf({
  width,
  height,
}: {
  readonly width?: string | undefined;
  readonly height?: string | undefined;
}): { width: number; height: number } | undefined {
  if (width === undefined && height === undefined) return undefined;
  return { width: toEvenPixels('width', width), height: toEvenPixels('height', height) };
}

function parseQuality(args: readonly string[]): QualityOptions {
  const values = parseStrictly(args, QUALITY);
  const images = required('images', values.images);
  return { bench: 'quality', ...values, images, masks: required('masks', values.masks) };
}

function parseTradeoff(args: readonly string[]): TradeoffOptions {
  const values = parseStrictly(args, TRADEOFF);
  const { json, clip, truth, models, only, frames, picture } = values;
  const size = sizeOf(values);
  return {
    bench: 'tradeoff',
    json,
    clip: required('clip', clip),
    ...(truth !== undefined && { truth }),
    models,
    ...(only !== undefined && { only: toNameParts(only) }),
    ...(size && { size }),
    ...(frames !== undefined && { frames: toNumber('frames', frames, 1, 100_000) }),
    ...svgPath(picture),
  };
}

function toNameParts(only: string): string[] {
  const parts = only.split(',').filter((part) => part !== '');
  if (chooseCandidates(parts).length > 0) return parts;
  const names = CANDIDATES.map(({ name }) => name).join(', ');
  throw new UsageError(`--only must be parts of these names, got ${only}: ${names}.`);
}

function parseKernels(args: readonly string[]): KernelsOptions {
  const { json, runs, picture } = parseStrictly(args, KERNELS);
  const rounds = toNumber('runs', runs, 1, 100);
  return { bench: 'kernels', json, runs: rounds, ...svgPath(picture) };
}

function svgPath(picture: string | undefined): { picture?: string } {
  if (picture === undefined) return {};
  if (picture.endsWith('.svg')) return { picture };
  throw new UsageError(`--picture must be the path of an .svg, got ${picture}.`);
}

function parseBodypix(args: readonly string[]): BodypixOptions {
  const { json, runs, models } = parseStrictly(args, BODYPIX);
  return { bench: 'bodypix', json, models, runs: toNumber('runs', runs, 1, 100) };
}

function parseChime(args: readonly string[]): ChimeOptions {
  const values = parseStrictly(args, CHIME);
  return {
    bench: 'chime',
    json: values.json,
    clients: toNumber('clients', values.clients, 2, 25),
    width: toEvenPixels('width', values.width),
    height: toEvenPixels('height', values.height),
    fps: toNumber('fps', values.fps, 1, 60),
    seconds: toNumber('seconds', values.seconds, 1, 3600),
  };
}

function parseMeeting(args: readonly string[]): MeetingOptions {
  const values = parseStrictly(args, MEETING);
  return {
    bench: 'meeting',
    json: values.json,
    rooms: toNumber('rooms', values.rooms, 1, 10_000),
    messagesPerMinute: toNumber('messagesPerMinute', values.messagesPerMinute, 1, 100_000),
    seconds: toNumber('seconds', values.seconds, 2, 3600),
  };
}
