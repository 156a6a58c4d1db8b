import type { ModelValues } from './model-values';

const SELFIE: Readonly<Record<ModelValues['model'], string>> = {
  auto: 'Selfie model, wide or square by the picture’s shape',
  landscape: 'Selfie model for wide pictures, 256 × 144',
  general: 'Selfie model for any shape, 256 × 256',
};

const PEOPLE: Readonly<Record<ModelValues['people'], string>> = {
  everyone: '',
  largest: ', the largest person only',
  'nearest-to-middle': ', the person nearest the middle only',
};

const PARTS: Readonly<Record<ModelValues['parts'], string>> = {
  person: '',
  'hide-faces': ', faces hidden and nothing else',
  'keep-hands': ', hands only',
};

/** A model in few words: `BodyPix 0.75`. */
export const modelName = ({ segmenter, multiplier }: ModelValues): string =>
  segmenter === 'selfie' ? 'the selfie model' : `BodyPix ${multiplier.toFixed(2)}`;

/** What is on, in a line. */
export const describeModel = (values: ModelValues): string =>
  values.segmenter === 'selfie'
    ? SELFIE[values.model]
    : `${modelName(values)}, stride ${values.outputStride}, ${values.internalResolution} resolution${PEOPLE[values.people]}${PARTS[values.parts]}`;
