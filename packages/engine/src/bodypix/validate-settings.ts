import { requireObject, requireOneOf, requireThat, requireUrl } from '../require-that';
import type { BodypixSettings } from './bodypix-settings';
import { PART_NAMES } from './part-names';

const RESOLUTIONS: readonly unknown[] = ['low', 'medium', 'high', 'full'];
const STRIDES = { MobileNetV1: [8, 16], ResNet50: [16, 32] } as const;

/**
 * Checks settings that come from outside, each by itself and then together.
 * @throws TypeError that names the setting, what it must be and what it is.
 */
export function validateSettings(settings: BodypixSettings): void {
  requireObject('settings', settings);
  requireOneOf('settings.architecture', settings.architecture, ['MobileNetV1', 'ResNet50']);
  requireOneOf('settings.multiplier', settings.multiplier, [0.5, 0.75, 1]);
  requireOneOf('settings.quantBytes', settings.quantBytes, [1, 2, 4]);
  requireOneOf('settings.people', settings.people, ['all', 'largest', 'nearest-to-middle']);
  requireOneOf('settings.runtime', settings.runtime, ['auto', 'own', 'tfjs']);
  requireOneOf('settings.backend', settings.backend, ['auto', 'wasm', 'webgl', 'webgpu']);
  requireUrl('settings.modelUrl', settings.modelUrl, 'the address of a model.json');
  requireUrl('settings.assetsUrl', settings.assetsUrl);
  requireResolution(settings.internalResolution);
  requireThreshold(settings.segmentationThreshold);
  if (settings.parts !== undefined) requireParts(settings.parts);
  requireOfArchitecture(settings);
  requireOfRuntime(settings);
}

function requireResolution(value: unknown): void {
  const right = RESOLUTIONS.includes(value) || isWithin(value, 0.1, 1) || value === undefined;
  const wanted = "'low', 'medium', 'high', 'full' or a number from 0.1 to 1";
  requireThat(right, 'settings.internalResolution', wanted, value);
}

// At 0 everything would be the person, the room too.
function requireThreshold(value: unknown): void {
  const right = value === undefined || (isWithin(value, 0, 1) && value !== 0 && value !== 1);
  const wanted = 'a number above 0 and below 1';
  requireThat(right, 'settings.segmentationThreshold', wanted, value);
}

function isWithin(value: unknown, least: number, most: number): boolean {
  return typeof value === 'number' && value >= least && value <= most;
}

/** Callers without types pass anything. */
function requireParts(parts: unknown): void {
  requireObject('settings.parts', parts);
  const { keep, hide } = parts as { keep?: unknown; hide?: unknown };
  const isEither = (keep === undefined) !== (hide === undefined);
  requireThat(isEither, 'settings.parts', 'either { keep: [...] } or { hide: [...] }', parts);
  const [where, names] = keep === undefined ? ['hide', hide] : ['keep', keep];
  const isList = Array.isArray(names) && names.length > 0;
  requireThat(isList, `settings.parts.${where}`, 'a list of one or more names of parts', names);
  (names as unknown[]).forEach((name, at) => {
    requireThat(
      PART_NAMES.some((known) => known === name),
      `settings.parts.${where}[${at}]`,
      `one of ${PART_NAMES.join(', ')}`,
      name,
    );
  });
}

function requireOfArchitecture(settings: BodypixSettings): void {
  const { architecture = 'MobileNetV1', outputStride, multiplier } = settings;
  const of = `with the architecture ${architecture}`;
  const strides = STRIDES[architecture];
  const isStride = outputStride === undefined || strides.some((one) => one === outputStride);
  requireThat(isStride, 'settings.outputStride', `${strides.join(' or ')} ${of}`, outputStride);
  const isMultiplier = architecture === 'MobileNetV1' || (multiplier ?? 1) === 1;
  requireThat(isMultiplier, 'settings.multiplier', `left out ${of}`, multiplier);
}

function requireOfRuntime({
  architecture,
  people,
  parts,
  runtime,
  backend,
}: BodypixSettings): void {
  const isAlone = people === undefined || parts === undefined;
  requireThat(isAlone, 'settings.parts', 'left out with settings.people', parts);
  if (runtime !== 'own') return;
  const of = "with the runtime 'own'";
  const isOwn = architecture !== 'ResNet50';
  requireThat(isOwn, 'settings.architecture', `'MobileNetV1' ${of}`, architecture);
  requireThat(people === undefined, 'settings.people', `left out ${of}`, people);
  const isFree = backend === undefined || backend === 'auto';
  requireThat(isFree, 'settings.backend', `left out ${of}`, backend);
}
