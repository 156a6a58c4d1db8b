/** The publisher's files that the test data has, below `bodypix/`. */
export const BODYPIX_MODELS = ['050', '075'].flatMap((multiplier) =>
  [16, 8].map((outputStride) => ({
    name: `BodyPix ${multiplier}, stride ${outputStride}`,
    folder: `bodypix/mobilenet/quant2/${multiplier}`,
    file: `model-stride${outputStride}.json`,
    outputStride,
  })),
);

/** What is asked of each model, and how many channels it has. */
export const BODYPIX_OUTPUTS = { float_segments: 1, float_part_heatmaps: 24 } as const;
