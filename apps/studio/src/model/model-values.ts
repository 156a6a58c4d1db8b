import type { ModelChoice } from 'cyclorama';

export const PRESETS = ['fast', 'balanced', 'best', 'custom'] as const;
export const SEGMENTERS = ['selfie', 'bodypix'] as const;
export const SELFIE_MODELS = ['auto', 'landscape', 'general'] as const satisfies ModelChoice[];
export const MULTIPLIERS = [0.5, 0.75, 1] as const;
export const STRIDES = [16, 8] as const;
export const INTERNAL_RESOLUTIONS = ['low', 'medium', 'high', 'full'] as const;
/** Of the threshold: at 0 or 1 everything or nothing would be the person. */
export const THRESHOLDS = { min: 0.05, max: 0.95, step: 0.05 } as const;
export const PEOPLE = ['everyone', 'largest', 'nearest-to-middle'] as const;
export const PARTS = ['person', 'hide-faces', 'keep-hands'] as const;
export const RUNTIMES = ['auto', 'tfjs'] as const;

export type Preset = (typeof PRESETS)[number];

/** A model and its settings, by the field's names. Those of the other segmenter are kept too. */
export interface ModelValues {
  readonly segmenter: (typeof SEGMENTERS)[number];
  /** Of `selfie`. */
  readonly model: ModelChoice;
  /** This and all that follow are of `bodypix`. */
  readonly multiplier: (typeof MULTIPLIERS)[number];
  readonly outputStride: (typeof STRIDES)[number];
  readonly internalResolution: (typeof INTERNAL_RESOLUTIONS)[number];
  readonly segmentationThreshold: number;
  readonly people: (typeof PEOPLE)[number];
  readonly parts: (typeof PARTS)[number];
  /** `auto`: ours, but TensorFlow.js where people are told apart. */
  readonly runtime: (typeof RUNTIMES)[number];
}

/** What the panel says: a preset, and what stands in the controls that `custom` shows. */
export interface ModelSettings extends ModelValues {
  readonly preset: Preset;
}

/** What a visitor sees who chose nothing. In the controls BodyPix is as its own defaults have it. */
export const DEFAULT_MODEL: ModelSettings = {
  preset: 'balanced',
  segmenter: 'selfie',
  model: 'auto',
  multiplier: 0.75,
  outputStride: 16,
  internalResolution: 'medium',
  segmentationThreshold: 0.7,
  people: 'everyone',
  parts: 'person',
  runtime: 'auto',
};
