/** One model at one size. */
export interface Race {
  readonly outputStride: 8 | 16;
  readonly multiplier: 0.5 | 0.75;
  readonly inputHeight: number;
  readonly inputWidth: number;
}

/** Of a frame of 1280×720: low and medium, each a multiple of 16 and one more, as BodyPix sizes it. */
const SIZES = [
  { inputHeight: 177, inputWidth: 321 },
  { inputHeight: 353, inputWidth: 641 },
] as const;

const MODELS = [
  { outputStride: 16, multiplier: 0.5 },
  { outputStride: 16, multiplier: 0.75 },
  { outputStride: 8, multiplier: 0.75 },
] as const;

/** All that is measured. */
export const RACES: readonly Race[] = MODELS.flatMap((model) =>
  SIZES.map((size) => ({ ...model, ...size })),
);

/** What is told of a race. */
export const raceName = ({ multiplier, outputStride }: Race): string =>
  `MobileNetV1 ${multiplier.toFixed(2)}, stride ${outputStride}`;

/** Where a model's file lies in the publisher's tree. */
export const modelFile = ({ multiplier, outputStride }: Race): string =>
  `mobilenet/quant2/0${multiplier * 100}/model-stride${outputStride}.json`;
