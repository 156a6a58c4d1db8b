import type { ProcessorOptions } from 'cyclorama';
import { bodypix } from 'cyclorama/bodypix';
import { bodypixSettings } from './bodypix-settings';
import type { ModelSettings } from './model-values';
import { modelOf } from './presets';

/** The engine's options that say which model finds the person. */
export type EngineModel = Required<Pick<ProcessorOptions, 'segmenter' | 'model'>>;

/** What the engine is told. Nothing is loaded by this. */
export function engineModel(settings: ModelSettings): EngineModel {
  const values = modelOf(settings);
  const segmenter = values.segmenter === 'bodypix' ? bodypix(bodypixSettings(values)) : 'selfie';
  return { segmenter, model: values.model };
}
