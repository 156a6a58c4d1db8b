import { samplePerson } from '@cyclorama/testing/browser';
import { describe, expect, it } from 'vitest';
import { FrameError, ModelLoadError } from '../errors';
import { bodypix } from './bodypix';
import type { BodypixSettings } from './bodypix-settings';
import { drive, NO_WEIGHTS, RUNTIMES, TFJS, withWeights } from './testing/drive';
import { driveMadeUp, madeUpFiles } from './testing/made-up-files';
import { madeUpResnet } from './testing/made-up-resnet';
import { largestDifference } from './testing/mask-figures';

interface GraphNode {
  readonly name: string;
  input?: string[];
}

const PARTS = { keep: ['torso_front'] } as const;

describe.skipIf(!__SHARED_DATA__).each(['own', 'tfjs'] as const)(
  `weights that are not what is set, on the runtime %s${NO_WEIGHTS}`,
  { timeout: 20_000 },
  (runtime) => {
    it.each([
      [8, 16],
      [16, 8],
    ] as const)('are refused: stride %i is set and they have %i', async (outputStride, has) => {
      const weights = withWeights({ outputStride: has });
      const opening = drive({ ...weights, ...RUNTIMES[runtime], outputStride });
      await expect(opening).rejects.toBeInstanceOf(ModelLoadError);
      const both = `stride${has}.json has weights of stride ${has}, and settings.outputStride is`;
      await expect(opening).rejects.toThrow(`${both} ${outputStride}`);
    });

    it('are refused when they have no parts and those are asked for', async () => {
      const modelUrl = await changed((nodes) =>
        withoutPartWeights(nodes).filter(({ name }) => !name.startsWith('float_part_heatmaps')),
      );
      const opening = driveMadeUp({ ...RUNTIMES[runtime], modelUrl, parts: PARTS });
      await expect(opening).rejects.toBeInstanceOf(ModelLoadError);
      await expect(opening).rejects.toThrow(modelUrl);
    });

    it('are refused by a change that they cannot serve, and the settings before it stay', async () => {
      const modelUrl = await changed((nodes) => {
        for (const { name, input } of nodes) {
          if (!input || !name.startsWith('float_part_heatmaps')) continue;
          input[1] = (input[1] ?? '').replace('part_heatmap_2', 'heatmap_2');
        }
        return withoutPartWeights(nodes);
      });
      const settings = { ...RUNTIMES[runtime], modelUrl, internalResolution: 'low' } as const;
      const driven = await driveMadeUp(settings);
      const { picture } = await samplePerson();
      const before = await driven.maskOf(picture);
      const changing = driven.change(bodypix({ ...settings, parts: PARTS }));
      await expect(changing).rejects.toBeInstanceOf(ModelLoadError);
      await expect(changing).rejects.toThrow('gives 18 values for each place, not 25');
      expect(largestDifference(await driven.maskOf(picture), before)).toBe(0);
      await driven.change(bodypix({ ...settings, segmentationThreshold: 0.2 }));
      expect(largestDifference(await driven.maskOf(picture), before)).toBeGreaterThan(0.1);
    });

    it('are refused when their graph bites its tail', async () => {
      const modelUrl = await changed((nodes) => {
        for (const node of nodes) {
          if (node.input?.[0] === 'sub_2') node.input[0] = 'MobilenetV1/Conv2d_13_pointwise/Relu6';
        }
        return nodes;
      });
      const opening = driveMadeUp({ ...RUNTIMES[runtime], modelUrl });
      await expect(opening).rejects.toBeInstanceOf(ModelLoadError);
      await expect(opening).rejects.toThrow(modelUrl);
    });
  },
);

it('refuses another stride whatever backend is chosen by itself', { timeout: 20_000 }, async () => {
  const modelUrl = await madeUpResnet(32);
  const settings: BodypixSettings = { architecture: 'ResNet50', assetsUrl: '/', modelUrl };
  const opening = driveMadeUp(settings);
  await expect(opening).rejects.toThrow('stride 32, and settings.outputStride is 16');
});

describe.skipIf(!__SHARED_DATA__)(`a picture that is too large${NO_WEIGHTS}`, () => {
  it('is told by its size and the setting', { timeout: 20_000 }, async () => {
    const driven = await drive({ ...RUNTIMES.own, internalResolution: 'full' });
    const input = { width: 2561, height: 1441 };
    const wanted = { width: 4, height: 4 };
    const pixels = new Float32Array(3 * input.width * input.height);
    const told = driven.maskOfPixels(pixels, input, wanted);
    await expect(told).rejects.toBeInstanceOf(FrameError);
    await expect(told).rejects.toThrow(/internalResolution 1 .*2561×1441.*choose a smaller one/);
    await expect(told).rejects.not.toThrow('npm run models');
  });
});

/** Without what only the parts read: nodes that nothing reads are outputs to TensorFlow.js. */
const withoutPartWeights = (nodes: GraphNode[]) =>
  nodes.filter(({ name }) => !name.includes('/part_heatmap_2/'));

/** The test data's weights with another graph. */
async function changed(change: (nodes: GraphNode[]) => GraphNode[]): Promise<string> {
  const { modelUrl = '' } = withWeights(TFJS);
  const response = await fetch(modelUrl);
  const model = (await response.json()) as {
    modelTopology: { node: GraphNode[] };
    weightsManifest: { paths: string[] }[];
  };
  model.modelTopology.node = change(model.modelTopology.node);
  const shard = model.weightsManifest[0]?.paths[0] ?? '';
  const weights = await fetch(new URL(shard, new URL(modelUrl, location.href)));
  return madeUpFiles({
    'model.json': JSON.stringify(model),
    [shard]: await weights.arrayBuffer(),
  });
}
