import { assetUrls } from '../assets/asset-urls';
import type { BodypixArchitecture, BodypixSettings, People, TfjsBackend } from './bodypix-settings';
import { PART_NAMES } from './part-names';
import { weightsPath } from './weights-path';

/** What parts are wanted, as both runtimes read it. */
export interface PartChoice {
  /** For each of the 24 channels, whether it is named. */
  readonly isNamed: readonly boolean[];
  /** Whether those named are what is hidden; otherwise they are what is kept. */
  readonly hides: boolean;
}

/** Settings as a worker gets them: whole, with absolute addresses. */
export interface WorkerSettings {
  readonly runtime: 'own' | 'tfjs';
  readonly architecture: BodypixArchitecture;
  readonly outputStride: 8 | 16 | 32;
  readonly multiplier: 0.5 | 0.75 | 1;
  readonly quantBytes: 1 | 2 | 4;
  readonly modelUrl: string;
  readonly backend: TfjsBackend;
  /** Folder of TensorFlow.js' `.wasm` files, with a slash at its end. */
  readonly tfjsUrl: string;
  readonly kernels: { readonly plain: string; readonly relaxed: string };
  /** Part of the frame's edges that the model sees. */
  readonly scale: number;
  readonly segmentationThreshold: number;
  readonly people: People | undefined;
  readonly parts: PartChoice | undefined;
}

const SCALES = { low: 0.25, medium: 0.5, high: 0.75, full: 1 } as const;

/** Fills in what was left out of valid settings. */
export function workerSettings(settings: BodypixSettings): WorkerSettings {
  const { architecture = 'MobileNetV1', outputStride = 16, quantBytes = 2 } = settings;
  const multiplier = settings.multiplier ?? (architecture === 'ResNet50' ? 1 : 0.75);
  const weights = { architecture, outputStride, multiplier, quantBytes };
  const { internalResolution = 'medium', segmentationThreshold = 0.7, backend = 'auto' } = settings;
  const base = folderOf(settings.assetsUrl);
  const { kernels, relaxedKernels } = assetUrls(settings.assetsUrl);
  const modelUrl = settings.modelUrl ?? new URL(`models/bodypix/${weightsPath(weights)}`, base);
  return {
    ...weights,
    runtime: runtimeOf(settings),
    modelUrl: new URL(modelUrl, document.baseURI).href,
    backend,
    tfjsUrl: new URL('models/tfjs/', base).href,
    kernels: { plain: kernels, relaxed: relaxedKernels },
    scale: typeof internalResolution === 'number' ? internalResolution : SCALES[internalResolution],
    segmentationThreshold,
    people: settings.people,
    parts: partChoice(settings.parts),
  };
}

function runtimeOf(settings: BodypixSettings): WorkerSettings['runtime'] {
  const { runtime = 'auto', architecture, people, backend = 'auto' } = settings;
  if (runtime !== 'auto') return runtime;
  const isOwn = architecture !== 'ResNet50' && people === undefined && backend === 'auto';
  return isOwn ? 'own' : 'tfjs';
}

function folderOf(assetsUrl: string | URL | undefined): string {
  if (assetsUrl === undefined) return document.baseURI;
  const folder = String(assetsUrl);
  return new URL(folder.endsWith('/') ? folder : `${folder}/`, document.baseURI).href;
}

function partChoice(parts: BodypixSettings['parts']): PartChoice | undefined {
  if (!parts) return undefined;
  const names = parts.keep ?? parts.hide;
  return {
    isNamed: PART_NAMES.map((name) => names.includes(name)),
    hides: parts.hide !== undefined,
  };
}
