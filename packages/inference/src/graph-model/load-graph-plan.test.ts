import { loadKernels } from '@cyclorama/testing/node';
import { describe, expect, it } from 'vitest';
import { ModelLoadError } from '../model-load-error';
import { shapeOf, type Plan } from '../plan/plan';
import { referenceBackend } from '../reference/reference-backend';
import { randomFloats, seededRandom } from '../testing/random';
import { smallFiles, smallGraph, smallWeights, type GraphJson } from '../testing/small-graph';
import { tfjsOutputs } from '../testing/tfjs-outputs';
import { wasmBackend } from '../wasm/wasm-backend';
import { loadGraphPlan } from './load-graph-plan';
import { shardPathsOf } from './shards';

const HEADS = ['one-bias', 'three'];
const SIZE = { inputHeight: 17, inputWidth: 25 };

/** The plan of the small graph after a change. */
function planOf(change: (graph: GraphJson) => void, outputs = HEADS): Plan {
  const graph = smallGraph();
  change(graph);
  return loadGraphPlan(graph, smallWeights(graph), { ...SIZE, outputs });
}

function nodeOf(graph: GraphJson, name: string): GraphJson['modelTopology']['node'][number] {
  const found = graph.modelTopology.node.find((node) => node.name === name);
  if (!found) throw new RangeError(`No node ${name}.`);
  return found;
}

/** Activations, each of the one before. */
function appendChain({ modelTopology: { node } }: GraphJson, count: number): void {
  for (let at = 0; at < count; at++) {
    node.push({ name: `link-${at}`, op: 'Relu', input: [at === 0 ? 'image' : `link-${at - 1}`] });
  }
}

function weightOf(
  graph: GraphJson,
  name: string,
): GraphJson['weightsManifest'][number]['weights'][number] {
  const found = graph.weightsManifest[0]?.weights.find((weight) => weight.name === name);
  if (!found) throw new RangeError(`No weight ${name}.`);
  return found;
}

describe('loadGraphPlan', () => {
  it('gives what TensorFlow.js gives, whatever the weights are written in', async () => {
    const files = smallFiles();
    const plan = loadGraphPlan(files.model, files.weights, { ...SIZE, outputs: HEADS });
    const input = randomFloats(17 * 25 * 3, seededRandom(3));
    const theirs = await tfjsOutputs(files, shapeOf(plan, plan.input), input, HEADS);
    const expected = [...(theirs[0] ?? [])].flatMap((value, pixel) => [
      value,
      ...(theirs[1] ?? []).slice(3 * pixel, 3 * pixel + 3),
    ]);
    for (const backend of [referenceBackend(), wasmBackend(await loadKernels())]) {
      const session = backend.prepare(plan);
      session.input().set(input);
      session.run();
      const ours = session.output();
      expect(ours).toHaveLength(expected.length);
      ours.forEach((value, at) => expect(value).toBeCloseTo(expected[at] ?? NaN, 4));
      session.close();
    }
  });

  it('joins the outputs into one convolution, in the order asked', () => {
    const { model, weights } = smallFiles();
    const plan = loadGraphPlan(model, weights, { ...SIZE, outputs: HEADS });
    expect(shapeOf(plan, plan.output)).toEqual([1, 9, 13, 4]);
    expect(plan.steps.map(({ kind }) => kind)).toEqual(['conv', 'depthwise', 'conv']);
    const turned = loadGraphPlan(model, weights, { ...SIZE, outputs: [...HEADS].reverse() });
    const [last, lastTurned] = [plan.steps.at(-1), turned.steps.at(-1)];
    if (last?.kind !== 'conv' || lastTurned?.kind !== 'conv') throw new Error('No convolution.');
    expect([...lastTurned.weights]).toEqual([
      ...last.weights.slice(8),
      ...last.weights.slice(0, 8),
    ]);
  });

  it('reads only what the outputs need', () => {
    const alone = planOf(
      (graph) => {
        nodeOf(graph, 'half').op = 'Nonsense';
        nodeOf(graph, 'three').input = ['nowhere', 'nothing'];
      },
      ['one-bias'],
    );
    expect(alone.steps.map(({ kind }) => kind)).toEqual(['conv', 'depthwise', 'conv']);
    expect(shapeOf(alone, alone.output)).toEqual([1, 9, 13, 1]);
  });

  it.each<[string, (graph: GraphJson) => void, string[], RegExp]>([
    [
      'an output that is not there',
      () => undefined,
      ['segments'],
      /^model output: there is no node/,
    ],
    ['no outputs', () => undefined, [], /^model: no outputs/],
    [
      'an operator that it does not know',
      () => undefined,
      ['half'],
      /^node "half" \(Minimum\): this/,
    ],
    [
      'outputs of different values',
      () => undefined,
      ['one', 'stem'],
      /^node "stem" \(Conv2D\): cannot/,
    ],
    [
      'outputs that are not convolutions',
      () => undefined,
      ['one', 'sum'],
      /^node "sum" \(AddV2\): only/,
    ],
    [
      'a weight that the manifest does not have',
      (graph) => (weightOf(graph, 'three/weights').name = 'four/weights'),
      HEADS,
      /^node "three\/weights" \(Const\): there is no weight/,
    ],
    [
      'a circle',
      (graph) => (nodeOf(graph, 'stem-relu').input = ['sum']),
      HEADS,
      /reads what it gives$/,
    ],
    [
      'a chain that is too long to follow',
      (graph) => appendChain(graph, 8000),
      ['link-7999'],
      /^node "link-6975" \(Relu\): more than 1024 nodes come after it$/,
    ],
    [
      'another order of channels',
      (graph) => (nodeOf(graph, 'stem').attr = { data_format: { s: btoa('NCHW') } }),
      HEADS,
      /^node "stem" \(Conv2D\): data format NCHW/,
    ],
    [
      'another padding',
      (graph) => (nodeOf(graph, 'stem').attr = { padding: { s: btoa('EXPLICIT') } }),
      HEADS,
      /^node "stem" \(Conv2D\): padding EXPLICIT/,
    ],
    [
      'a filter of another rank',
      (graph) => (weightOf(graph, 'stem/weights').shape = [27, 8]),
      HEADS,
      /^node "stem" \(Conv2D\): weight "stem\/weights" has shape \[27,8\]/,
    ],
    [
      'a filter for another input',
      (graph) => (weightOf(graph, 'stem/weights').shape = [3, 3, 8, 3]),
      HEADS,
      /^node "stem" \(Conv2D\): weights of shape/,
    ],
    [
      'an unknown type',
      (graph) => (weightOf(graph, 'stem/weights').dtype = 'complex64'),
      HEADS,
      /^weight "stem\/weights": dtype complex64/,
    ],
    [
      'a list for a name',
      (graph) => (nodeOf(graph, 'stem').input = [[], 'stem/weights']),
      HEADS,
      /^node "stem" \(Conv2D\): an input must be a text, got a list/,
    ],
    [
      'a spread filter that is not depthwise',
      (graph) => {
        nodeOf(graph, 'stem').attr = { ...nodeOf(graph, 'deep').attr };
      },
      HEADS,
      /^node "stem" \(Conv2D\): dilation 2×2 is supported for depthwise/,
    ],
  ])('refuses %s, and says where', (_name, change, outputs, message) => {
    expect(() => planOf(change, outputs)).toThrow(ModelLoadError);
    expect(() => planOf(change, outputs)).toThrow(message);
  });

  it.each([undefined, null, 3, 'text', [], {}, { modelTopology: {}, weightsManifest: {} }])(
    'refuses %j in place of a file',
    (model) => {
      const load = () => loadGraphPlan(model, new Uint8Array(0), { ...SIZE, outputs: HEADS });
      expect(load).toThrow(ModelLoadError);
      expect(load).toThrow(/^model: /);
    },
  );

  it('refuses shards that are cut off, or too many', () => {
    const { model, weights } = smallFiles();
    for (const shards of [weights.slice(0, -1), new Uint8Array(weights.length + 1)]) {
      const load = () => loadGraphPlan(model, shards, { ...SIZE, outputs: HEADS });
      expect(load).toThrow(/^weights: the manifest describes \d+ bytes, the shards have \d+$/);
    }
  });

  it.each([0, -1, 2.5, NaN, 1e9])('refuses an input of %d rows', (inputHeight) => {
    const { model, weights } = smallFiles();
    const load = () => loadGraphPlan(model, weights, { ...SIZE, inputHeight, outputs: HEADS });
    expect(load).toThrow(ModelLoadError);
  });
});

describe('a graph for an input of a size', () => {
  it.each([
    [
      9000,
      17_000,
      /^model input: .* has shape \[1,9000,17000,3\], edges of 1 to 16384 are supported$/,
    ],
    [9000, 9000, /has shape \[1,9000,9000,3\], 67108864 values are the most$/],
  ])('of %i×%i pixels says which limit it is beyond', (inputHeight, inputWidth, message) => {
    const { model, weights } = smallFiles();
    const load = () => loadGraphPlan(model, weights, { inputHeight, inputWidth, outputs: HEADS });
    expect(load).toThrow(ModelLoadError);
    expect(load).toThrow(message);
  });

  it('says how much arithmetic is too much', () => {
    const model = smallGraph();
    weightOf(model, 'stem/weights').shape = [63, 63, 3, 8];
    const weights = smallWeights(model);
    const edges = { inputHeight: 4096, inputWidth: 4096 };
    const load = () => loadGraphPlan(model, weights, { ...edges, outputs: ['three'] });
    expect(load).toThrow(/^model: needs \d+ multiply-adds a run, 100000000000 are the most$/);
  });
});

describe('shardPathsOf', () => {
  it('names the shards of all groups in order', () => {
    const graph = smallGraph();
    graph.weightsManifest.push({ paths: ['c.bin'], weights: [] });
    expect(shardPathsOf(graph)).toEqual(['a.bin', 'b.bin', 'c.bin']);
  });

  it.each([{}, { weightsManifest: [{ paths: 'a.bin' }] }, { weightsManifest: [{ paths: [1] }] }])(
    'refuses %j',
    (model) => {
      expect(() => shardPathsOf(model)).toThrow(ModelLoadError);
    },
  );
});
