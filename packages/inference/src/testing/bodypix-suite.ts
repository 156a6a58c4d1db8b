import { describe, expect, it } from 'vitest';
import type { Backend } from '../backend';
import { loadGraphPlan } from '../graph-model/load-graph-plan';
import { shardPathsOf } from '../graph-model/shards';
import type { Shape } from '../plan/plan';
import { BODYPIX_MODELS, BODYPIX_OUTPUTS } from './bodypix-models';
import { randomFloats, seededRandom } from './random';
import { tfjsOutputs, type GraphFiles } from './tfjs-outputs';

/** Of a probability, by what the issue allows; sums in another order differ by a thousandth of it. */
const TOLERANCE = 1e-3;
/** A golden picture of the landscape model, whose sizes are one less than BodyPix takes. */
const PICTURE = { path: 'golden/selfie-landscape/portrait.rgb', height: 144, width: 256 } as const;
const OUTPUTS = Object.keys(BODYPIX_OUTPUTS);
const CHANNELS = Object.values(BODYPIX_OUTPUTS);

/** Reads a file of the test data. */
type Read = (path: string) => Promise<Uint8Array>;

const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value));

async function readModel(read: Read, folder: string, file: string): Promise<GraphFiles> {
  const model: unknown = JSON.parse(new TextDecoder().decode(await read(`${folder}/${file}`)));
  const shards = await Promise.all(shardPathsOf(model).map((path) => read(`${folder}/${path}`)));
  return { model, weights: Uint8Array.from(shards.flatMap((shard) => [...shard])) };
}

/** The picture at 257×145, its last row and column twice, from −1 to 1. */
async function portrait(read: Read): Promise<readonly [Shape, Float32Array]> {
  const pixels = await read(PICTURE.path);
  const [height, width] = [PICTURE.height + 1, PICTURE.width + 1];
  const input = Float32Array.from({ length: 3 * height * width }, (_, at) => {
    const pixel = Math.floor(at / 3);
    const y = Math.min(Math.floor(pixel / width), PICTURE.height - 1);
    const x = Math.min(pixel % width, PICTURE.width - 1);
    return (pixels[3 * (y * PICTURE.width + x) + (at % 3)] ?? 0) / 127.5 - 1;
  });
  return [[1, height, width, 3], input];
}

async function noise(): Promise<readonly [Shape, Float32Array]> {
  const shape: Shape = [1, 81, 113, 3];
  return [shape, randomFloats(3 * 81 * 113, seededRandom(5))];
}

/** The largest difference of a probability, in each output; ours has them side by side. */
function worstDifferences(ours: Float32Array, theirs: readonly Float32Array[]): readonly number[] {
  const total = CHANNELS.reduce((sum, channels) => sum + channels, 0);
  return CHANNELS.map((channels, output) => {
    const first = CHANNELS.slice(0, output).reduce<number>((sum, before) => sum + before, 0);
    const differences = [...(theirs[output] ?? [])].map((value, at) => {
      const own = ours[Math.floor(at / channels) * total + first + (at % channels)] ?? NaN;
      return Math.abs(sigmoid(value) - sigmoid(own));
    });
    return differences.reduce((worst, each) => (each <= worst ? worst : each), 0);
  });
}

/** A picture of a person and a room has both, or nothing is compared. */
function expectBothSides(segments: Float32Array | undefined): void {
  expect(segments?.some((logit) => sigmoid(logit) > 0.95)).toBe(true);
  expect(segments?.some((logit) => sigmoid(logit) < 0.05)).toBe(true);
}

/**
 * Compares backends with TensorFlow.js on BodyPix' own files.
 * @param read - Undefined where the test data is absent.
 * @param backends - By name.
 */
export function testBodypix(
  read: Read | undefined,
  backends: Readonly<Record<string, () => Promise<Backend>>>,
): void {
  const notice = read ? '' : ' (skipped: ../shared/data/bodypix is absent)';
  describe.each(BODYPIX_MODELS)('$name', ({ folder, file, outputStride }) => {
    it.skipIf(!read).each(['a portrait', 'noise'] as const)(
      `gives what TensorFlow.js gives for %s${notice}`,
      async (kind) => {
        if (!read) return;
        const files = await readModel(read, folder, file);
        const [shape, input] = kind === 'noise' ? await noise() : await portrait(read);
        const [, inputHeight, inputWidth] = shape;
        const theirs = await tfjsOutputs(files, shape, input, OUTPUTS);
        if (kind === 'a portrait') expectBothSides(theirs[0]);
        const options = { inputHeight, inputWidth, outputs: OUTPUTS };
        const plan = loadGraphPlan(files.model, files.weights, options);
        for (const [name, makeBackend] of Object.entries(backends)) {
          const session = (await makeBackend()).prepare(plan);
          const grid = [inputHeight, inputWidth].map((size) => (size - 1) / outputStride + 1);
          expect(session.outputShape).toEqual([1, ...grid, 25]);
          session.input().set(input);
          session.run();
          for (const worst of worstDifferences(session.output(), theirs)) {
            expect(worst, name).toBeLessThan(TOLERANCE);
          }
          session.close();
        }
      },
      30_000,
    );
  });
}
