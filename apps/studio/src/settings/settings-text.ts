import { FITS, isBackgroundName } from '@cyclorama/background-picker';
import {
  INTERNAL_RESOLUTIONS,
  MULTIPLIERS,
  PARTS,
  PEOPLE,
  PRESETS,
  RUNTIMES,
  SEGMENTERS,
  SELFIE_MODELS,
  STRIDES,
  THRESHOLDS,
} from '../model/model-values';
import { RATES, RESOLUTIONS } from '../sources/capture-values';
import { PAGE_VIEWS } from '../stage/page-view';
import { DEFAULT_SETTINGS, type Settings } from './settings';

/** None where the text is no value of this setting. */
type Read<T> = (text: string) => T | undefined;

const oneOf =
  <T extends string | number>(values: readonly T[]): Read<T> =>
  (text) =>
    values.find((value) => String(value) === text);

/** Rounded as the slider rounds it, whose steps are the given parts of one. */
const numberIn =
  (min: number, max: number, stepsInOne: number): Read<number> =>
  (text) =>
    /^\d+(\.\d+)?$/.test(text) && Number(text) >= min && Number(text) <= max
      ? Math.round(Number(text) * stepsInOne) / stepsInOne
      : undefined;

const READERS: { readonly [Name in keyof Settings]: Read<Settings[Name]> } = {
  background: (text) => (isBackgroundName(text) ? text : undefined),
  fit: oneOf(FITS),
  strength: numberIn(0, 1, 20),
  color: (text) => (/^#[\da-f]{6}$/i.test(text) ? text.toLowerCase() : undefined),
  view: oneOf(PAGE_VIEWS),
  divider: numberIn(0, 100, 1),
  camera: (text) => text,
  resolution: oneOf(RESOLUTIONS),
  rate: oneOf(RATES),
  path: oneOf(['auto', 'canvas']),
  preset: oneOf(PRESETS),
  segmenter: oneOf(SEGMENTERS),
  model: oneOf(SELFIE_MODELS),
  multiplier: oneOf(MULTIPLIERS),
  outputStride: oneOf(STRIDES),
  internalResolution: oneOf(INTERNAL_RESOLUTIONS),
  segmentationThreshold: numberIn(THRESHOLDS.min, THRESHOLDS.max, 1 / THRESHOLDS.step),
  people: oneOf(PEOPLE),
  parts: oneOf(PARTS),
  runtime: oneOf(RUNTIMES),
};

const NAMES = Object.keys(READERS) as (keyof Settings)[];

/** Settings as names and values, only those that differ from the defaults. */
export function writeSettings(settings: Settings): URLSearchParams {
  const differing = NAMES.filter((name) => settings[name] !== DEFAULT_SETTINGS[name]);
  return new URLSearchParams(differing.map((name) => [name, String(settings[name])]));
}

/** The settings that are there and valid; each stands for itself, the others are left out. */
export function readSettings(params: URLSearchParams): Partial<Settings> {
  const found = NAMES.map((name) => [name, readOne(name, params.get(name))] as const);
  return Object.fromEntries(found.filter(([, value]) => value !== undefined));
}

const readOne = (name: keyof Settings, text: string | null): unknown =>
  text === null ? undefined : READERS[name](text);
