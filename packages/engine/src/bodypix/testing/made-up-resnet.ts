import { madeUpFiles } from './made-up-files';

/** What BodyPix' ResNet50 gives, in the order in which the library takes it: names and channels. */
const OUTPUTS = [
  ['float_displacement_bwd', 32],
  ['float_displacement_fwd', 32],
  ['float_heatmaps', 17],
  ['float_long_offsets', 34],
  ['float_short_offsets', 34],
  ['float_part_heatmaps', 24],
  ['float_segments', 1],
  ['float_part_offsets', 48],
] as const;

/** The person's logit is the sum of a pixel's three colours, divided by this. */
export const COLOR_DIVISOR = 40;

const FLOAT = { type: 'DT_FLOAT' };
const text = (value: string) => ({ s: btoa(value) });

/**
 * A graph model with ResNet50's input and outputs and none of its layers: a bright pixel is the
 * person. It is no model of anything; it shows that colours, outputs and strides are where they
 * should be.
 * @param stride - Pixels for each value of its outputs.
 * @returns Its address, for `driveMadeUp`.
 */
export function madeUpResnet(stride: 16 | 32): Promise<string> {
  const nodes = OUTPUTS.flatMap(([name, channels]) => [
    {
      name: `${name}/weights`,
      op: 'Const',
      attr: { dtype: FLOAT, value: tensor([1, 1, 3, channels]) },
    },
    { name, op: 'Conv2D', input: ['sub_2', `${name}/weights`], attr: convolution(stride) },
  ]);
  const weights = OUTPUTS.map(([name, channels]) => {
    return { name: `${name}/weights`, shape: [1, 1, 3, channels], dtype: 'float32' };
  });
  const values = OUTPUTS.flatMap(([name, channels]) => {
    const value = name === 'float_segments' ? 1 / COLOR_DIVISOR : 0;
    return new Array<number>(3 * channels).fill(value);
  });
  const model = {
    format: 'graph-model',
    modelTopology: { node: [PLACEHOLDER, ...nodes], versions: { producer: 38 } },
    weightsManifest: [{ paths: ['shard.bin'], weights }],
  };
  return madeUpFiles({
    'model.json': JSON.stringify(model),
    'shard.bin': Float32Array.from(values),
  });
}

const shapeOf = (edges: readonly number[]) => ({
  dim: edges.map((size) => ({ size: String(size) })),
});

const tensor = (edges: readonly number[]) => ({
  tensor: { dtype: 'DT_FLOAT', tensorShape: shapeOf(edges) },
});

const PLACEHOLDER = {
  name: 'sub_2',
  op: 'Placeholder',
  attr: { shape: { shape: shapeOf([1, -1, -1, 3]) }, dtype: FLOAT },
};

const convolution = (stride: number) => ({
  T: FLOAT,
  data_format: text('NHWC'),
  padding: text('SAME'),
  strides: { list: { i: ['1', String(stride), String(stride), '1'] } },
  dilations: { list: { i: ['1', '1', '1', '1'] } },
});
