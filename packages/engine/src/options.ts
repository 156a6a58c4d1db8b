import type { WorkerSegmenter } from './segment/worker-segmenter';

/** How an image of another shape is brought to the frame's shape: as CSS `object-fit` does. */
export type Fit = 'cover' | 'contain' | 'stretch';

/** The frame goes through as it is. The only background that shows the room. */
export interface NoneBackground {
  /** Tells the backgrounds apart. */
  readonly type: 'none';
}

/** The room, blurred beyond recognition, with the person left out of the blur. */
export interface BlurBackground {
  /** Tells the backgrounds apart. */
  readonly type: 'blur';
  /** From 0 (the lightest blur that still hides the room) to 1. Default 0.5. */
  readonly strength?: number;
}

/** One flat colour. */
export interface ColorBackground {
  /** Tells the backgrounds apart. */
  readonly type: 'color';
  /** sRGB, written `#rrggbb`. */
  readonly color: string;
}

/** A still picture. */
export interface ImageBackground {
  /** Tells the backgrounds apart. */
  readonly type: 'image';
  /** Where it is served, or the picture itself. An ImageBitmap is copied, not closed. */
  readonly image: string | URL | Blob | ImageBitmap;
  /** Default `cover`. */
  readonly fit?: Fit;
}

/** What stands behind the person. */
export type Background = NoneBackground | BlurBackground | ColorBackground | ImageBackground;

/**
 * Which selfie model finds the person: `landscape` (144×256 pixels, for wide frames), `general`
 * (256×256, for square and upright ones), or `auto`, by the shape of the frame.
 */
export type ModelChoice = 'auto' | 'landscape' | 'general';

/**
 * What finds the person: `selfie`, the models that are built in, or a segmenter that runs in a worker
 * of its own, as `bodypix()` of `cyclorama/bodypix` describes one.
 */
export type SegmenterChoice = 'selfie' | WorkerSegmenter;

/** How frames come in and go out: `auto` by feature test, or the way that works everywhere. */
export type PathChoice = 'auto' | 'canvas';

/**
 * What goes out: the `composite`, or the `matte` by itself, white where the person is and black
 * where the background goes, to be looked at. The matte shows nothing of the room.
 */
export type View = 'composite' | 'matte';

/** What a processor is made with. Everything has a default. */
export interface ProcessorOptions {
  /** Default: blur of strength 0.5. */
  readonly background?: Background;
  /** Default `composite`. */
  readonly view?: View;
  /** Default `selfie`. Of another nothing is loaded unless it is chosen. */
  readonly segmenter?: SegmenterChoice;
  /** Default `auto`. Of the segmenter `selfie` alone. */
  readonly model?: ModelChoice;
  /** Default `auto`. `canvas` forces the fallback, for tests and comparisons. */
  readonly path?: PathChoice;
  /** Folder that serves the kernels and models. Default: beside the engine's own script. */
  readonly assetsUrl?: string | URL;
  /** What is shown while there is no composite and no background yet; `#rrggbb`. Default `#22262b`. */
  readonly holdingColor?: string;
}

/** Options in which every default is filled in. */
export type SettledOptions = Required<Omit<ProcessorOptions, 'assetsUrl'>> &
  Pick<ProcessorOptions, 'assetsUrl'>;

/** What can change while the processor runs; the rest needs a new one. */
export type LiveOptions = Pick<ProcessorOptions, 'background' | 'view' | 'segmenter' | 'model'>;

/** Strength of the blur when none is given. */
export const DEFAULT_BLUR_STRENGTH = 0.5;

/** What a processor does when nothing is asked. */
export const DEFAULT_OPTIONS = {
  background: { type: 'blur', strength: DEFAULT_BLUR_STRENGTH },
  view: 'composite',
  segmenter: 'selfie',
  model: 'auto',
  path: 'auto',
  holdingColor: '#22262b',
} as const satisfies ProcessorOptions;

/** Fills in what was not given; callers without types may give it as undefined. */
export function withDefaults(options: ProcessorOptions): SettledOptions {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  return { ...DEFAULT_OPTIONS, ...Object.fromEntries(given) };
}
