/** What `bodypix()` is called with, all named, so that a point tells it all. */
export interface BodypixPoint {
  readonly architecture: 'MobileNetV1';
  readonly multiplier: 0.5 | 0.75;
  readonly outputStride: 8 | 16;
  readonly quantBytes: 2;
  readonly internalResolution: 'low' | 'medium' | 'high' | 'full';
  readonly segmentationThreshold: number;
  readonly runtime: 'own' | 'tfjs';
  readonly people?: 'all' | 'largest' | 'nearest-to-middle';
}

/** One segmenter at one setting, by the options that an app would give. */
export type Candidate =
  | {
      readonly name: string;
      readonly segmenter: 'selfie';
      readonly settings: { readonly model: 'landscape' | 'general' };
    }
  | { readonly name: string; readonly segmenter: 'bodypix'; readonly settings: BodypixPoint };

/** As the field's samples have it; each candidate says what it does otherwise. */
const USUAL = {
  architecture: 'MobileNetV1',
  multiplier: 0.75,
  outputStride: 16,
  quantBytes: 2,
  internalResolution: 'medium',
  segmentationThreshold: 0.7,
  runtime: 'own',
} as const satisfies BodypixPoint;

const MULTIPLIERS = [0.5, 0.75] as const;
const STRIDES = [16, 8] as const;
const RESOLUTIONS = ['low', 'medium', 'high', 'full'] as const;
/** Beside the usual one. */
const THRESHOLDS = [0.3, 0.5] as const;
const PEOPLE = ['all', 'largest', 'nearest-to-middle'] as const;

/** All that the bench compares. */
export const CANDIDATES: readonly Candidate[] = [
  selfie('landscape'),
  selfie('general'),
  ...MULTIPLIERS.flatMap((multiplier) =>
    STRIDES.flatMap((outputStride) =>
      RESOLUTIONS.map((internalResolution) =>
        bodypix({ multiplier, outputStride, internalResolution }),
      ),
    ),
  ),
  ...MULTIPLIERS.flatMap((multiplier) =>
    THRESHOLDS.map((segmentationThreshold) => bodypix({ multiplier, segmentationThreshold })),
  ),
  ...MULTIPLIERS.map((multiplier) => bodypix({ multiplier, runtime: 'tfjs' })),
  ...PEOPLE.map((people) => bodypix({ runtime: 'tfjs', people })),
];

/** The one that stands for BodyPix beside others. */
export const USUAL_BODYPIX = bodypix({});

function selfie(model: 'landscape' | 'general'): Candidate {
  return { name: `selfie-${model}`, segmenter: 'selfie', settings: { model } };
}

function bodypix(other: Partial<BodypixPoint>): Candidate {
  const settings = { ...USUAL, ...other };
  return { name: nameOf(settings), segmenter: 'bodypix', settings };
}

/** Such as `bodypix-075-s16-medium`, and what is unusual. */
function nameOf(settings: BodypixPoint): string {
  const { multiplier, outputStride, internalResolution, segmentationThreshold } = settings;
  const { runtime, people } = settings;
  return [
    'bodypix',
    folderOf(multiplier),
    `s${outputStride}`,
    internalResolution,
    ...(segmentationThreshold === USUAL.segmentationThreshold ? [] : [`t${segmentationThreshold}`]),
    ...(runtime === 'own' ? [] : [runtime]),
    ...(people === undefined ? [] : [people]),
  ].join('-');
}

/** Where the publisher's tree has the weights of a setting. */
export function weightsPath({ multiplier, outputStride }: BodypixPoint): string {
  return `mobilenet/quant2/${folderOf(multiplier)}/model-stride${outputStride}.json`;
}

function folderOf(multiplier: number): string {
  return String(multiplier * 100).padStart(3, '0');
}

/** Those whose name contains one of the parts; all where there are none. */
export function chooseCandidates(parts: readonly string[] | undefined): Candidate[] {
  if (!parts) return [...CANDIDATES];
  return CANDIDATES.filter(({ name }) => parts.some((part) => name.includes(part)));
}
