import { DEFAULT_MODEL, type ModelSettings, type ModelValues, type Preset } from './model-values';

/**
 * What the presets mean. Chosen from the measured plot in docs/segmenters.md, and not by feeling:
 * whoever measures anew changes them here, and nowhere else.
 */
const MEANINGS: Readonly<Record<Exclude<Preset, 'custom'>, Partial<ModelValues>>> = {
  fast: { segmenter: 'selfie', model: 'landscape' },
  balanced: { segmenter: 'selfie', model: 'general' },
  best: { segmenter: 'bodypix', multiplier: 0.5, outputStride: 16, internalResolution: 'medium' },
};

/** The model and settings that are meant: those of the preset, or the visitor's own. */
export function modelOf(settings: ModelSettings): ModelValues {
  if (settings.preset !== 'custom') return { ...DEFAULT_MODEL, ...MEANINGS[settings.preset] };
  // BodyPix tells people apart or parts, and not both: a link may ask for them together.
  return settings.people === 'everyone' ? settings : { ...settings, parts: 'person' };
}

/** Whether the room is seen whatever the background is: faces alone are covered. */
export function hidesFacesOnly(settings: ModelSettings): boolean {
  const { segmenter, parts } = modelOf(settings);
  return segmenter === 'bodypix' && parts === 'hide-faces';
}
