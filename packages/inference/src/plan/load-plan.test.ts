import { describe, expect, it } from 'vitest';
import type { Model } from '../model';
import { ModelLoadError } from '../model-load-error';
import { MODELS, readModel } from '../testing/models';
import { parseModel } from '../tflite/parse-model';
import { fuse } from './fuse';
import { loadPlan } from './load-plan';
import { lower } from './lower';
import { elementCount, readsOf } from './plan';

const landscape = await readModel(MODELS[0].file);
const model = parseModel(landscape);

/** The landscape model with one tensor changed. */
function withTensor(index: number, change: Partial<Model['tensors'][number]>): Model {
  const tensors = model.tensors.map((tensor, at) =>
    at === index ? { ...tensor, ...change } : tensor,
  );
  return { ...model, tensors };
}

/** Where the first operator of a kind has its weights. */
function weightsOf(kind: string): number {
  return model.operators.find(({ operation }) => operation.kind === kind)?.inputs[1] ?? -1;
}

/** The constant behind a folded DEQUANTIZE. */
function sourceOf(tensor: number): number {
  return model.operators.find(({ outputs }) => outputs[0] === tensor)?.inputs[0] ?? -1;
}

describe('loadPlan', () => {
  it.each([
    ['an empty file', new Uint8Array(0), /^byte 4: not a \.tflite file/],
    ['text', new TextEncoder().encode('<!doctype html><title>Not found</title>'), /^byte 4: not/],
    ['half a file', landscape.slice(0, 120_000), /^byte \d+: \d+ bytes wanted/],
    ['a file without its last kilobyte', landscape.slice(0, -1024), /^byte \d+: /],
  ])('refuses %s, and says where', (_name, bytes, message) => {
    expect(() => loadPlan(bytes)).toThrow(ModelLoadError);
    expect(() => loadPlan(bytes)).toThrow(message);
  });

  it('refuses a file that is cut off anywhere', () => {
    for (let length = 0; length < landscape.length; length += 1009) {
      expect(() => loadPlan(landscape.subarray(0, length))).toThrow(ModelLoadError);
    }
  });

  it('refuses an operator that it does not know, by its number', () => {
    const bytes = landscape.slice();
    const name = new TextEncoder().encode('Convolution2DTransposeBias');
    const at = bytes.findIndex((_, from) => name.every((letter, i) => bytes[from + i] === letter));
    bytes[at] = 'X'.charCodeAt(0);
    expect(() => loadPlan(bytes)).toThrow(
      /^operator 244: operator Xonvolution2D\w+ is not supported$/,
    );
  });

  it('takes a view into a larger buffer, at any alignment', () => {
    const larger = new Uint8Array(landscape.length + 5);
    larger.set(landscape, 3);
    const plan = loadPlan(larger.subarray(3, 3 + landscape.length));
    expect(plan.steps).toHaveLength(loadPlan(landscape).steps.length);
  });
});

describe('ModelLoadError', () => {
  it('has a name and a code that do not depend on its class name', () => {
    expect(new ModelLoadError('x')).toMatchObject({ name: 'ModelLoadError', code: 'model-load' });
  });
});

describe('lower', () => {
  it('refuses weights whose bytes do not fit their shape', () => {
    const source = sourceOf(weightsOf('conv'));
    const broken = withTensor(source, { bytes: new Uint8Array(10) });
    expect(() => lower(broken)).toThrow(
      /^operator 2 \(CONV_2D\): tensor \d+ \(".*"\) has 10 bytes/,
    );
  });

  it('refuses an input whose shape does not fit the weights', () => {
    const broken = withTensor(model.inputs[0] ?? -1, { shape: [1, 144, 256, 4] });
    expect(() => lower(broken)).toThrow(
      /^operator 2 \(CONV_2D\): weights of shape \[16,3,3,3\] on/,
    );
  });

  it('refuses an output whose shape is not the one that comes out', () => {
    const broken = withTensor(model.outputs[0] ?? -1, { shape: [1, 145, 256, 1] });
    expect(() => lower(broken)).toThrow(/^operator 245 \(LOGISTIC\): its output must have shape/);
  });

  it.each([[[1, 144, 256]], [[2, 144, 256, 3]], [[1, -1, 256, 3]], [[1, 9e6, 9e6, 3]], [[]]])(
    'refuses an input of shape %j',
    (shape) => {
      expect(() => lower(withTensor(model.inputs[0] ?? -1, { shape }))).toThrow(/^model input: /);
    },
  );

  it('refuses an operator that reads what no operator has written', () => {
    const broken = { ...model, operators: model.operators.slice(1).reverse() };
    expect(() => lower(broken)).toThrow(/is read before an operator has written it$/);
  });
});

describe('fuse', () => {
  it('leaves no activation, scale or sum on its own where a neighbour can do it', () => {
    const steps = fuse(lower(model)).steps.map((step) => step.kind);
    expect(steps).not.toContain('activate');
    expect(steps).not.toContain('add');
    expect(steps).toHaveLength(71);
  });

  it('convolves before it enlarges', () => {
    const { steps, shapes } = fuse(lower(model));
    const channels = steps
      .filter((step) => step.kind === 'resize')
      .map((step) => shapes[step.input]?.[3]);
    expect(channels).toEqual([24, 16, 16]);
  });
});

describe('placeValues', () => {
  it('gives bytes to one value at a time', () => {
    const { steps, shapes, offsetsBytes, input, output } = loadPlan(landscape);
    const lastRead = new Map<number, number>([
      [input, steps.length],
      [output, steps.length],
    ]);
    steps.forEach((step, at) => {
      for (const value of readsOf(step))
        lastRead.set(value, Math.max(lastRead.get(value) ?? 0, at));
    });
    const span = (value: number): readonly [number, number] => {
      const from = offsetsBytes[value] ?? 0;
      return [from, from + 4 * elementCount(shapes[value] ?? [0, 0, 0, 0])];
    };
    const alive = new Set([input, output]);
    steps.forEach((step, at) => {
      const [from, to] = span(step.output);
      for (const value of alive) {
        const [otherFrom, otherTo] = span(value);
        const isApart = value === step.output || to <= otherFrom || otherTo <= from;
        expect(isApart, `${step.place} writes over value ${value}`).toBe(true);
      }
      alive.add(step.output);
      for (const value of alive) if ((lastRead.get(value) ?? at) <= at) alive.delete(value);
    });
  });

  it('needs far less than all values together', () => {
    const { arenaBytes, shapes } = loadPlan(landscape);
    const all = shapes.reduce((sum, shape) => sum + 4 * elementCount(shape), 0);
    expect(arenaBytes).toBeLessThan(all / 4);
  });
});
