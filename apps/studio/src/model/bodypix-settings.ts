import type { BodypixSettings } from 'cyclorama/bodypix';
import type { ModelValues } from './model-values';

const PARTS: Readonly<Record<ModelValues['parts'], Pick<BodypixSettings, 'parts'>>> = {
  person: {},
  'hide-faces': { parts: { hide: ['left_face', 'right_face'] } },
  'keep-hands': { parts: { keep: ['left_hand', 'right_hand'] } },
};

/** BodyPix' settings as `bodypix()` takes them. */
export const bodypixSettings = (values: ModelValues): BodypixSettings => ({
  multiplier: values.multiplier,
  outputStride: values.outputStride,
  internalResolution: values.internalResolution,
  segmentationThreshold: values.segmentationThreshold,
  ...(values.people !== 'everyone' && { people: values.people }),
  ...PARTS[values.parts],
  runtime: values.runtime,
});
