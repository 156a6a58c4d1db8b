import { rules, type Surroundings } from './fusion-rules';
import { readsOf, shapeOf, type ConvStep, type Graph, type ResizeStep, type Step } from './plan';

/**
 * Makes fewer and cheaper steps with the same result: activations, sums and channel scales move
 * into the step that gives or takes them, so that values are not written and read once more.
 */
export function fuse(graph: Graph): Graph {
  return merge(shrinkBeforeResize(graph));
}

function readCounts(graph: Graph): ReadonlyMap<number, number> {
  const counts = new Map<number, number>([[graph.output, 1]]);
  for (const value of graph.steps.flatMap(readsOf)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/**
 * Swaps a resize with the 1×1 convolution after it. Both are linear and a resize's weights sum to
 * one, so the result is the same, on a quarter of the pixels and often fewer channels.
 */
function shrinkBeforeResize(graph: Graph): Graph {
  const counts = readCounts(graph);
  const shapes = [...graph.shapes];
  const steps: Step[] = [];
  for (const step of graph.steps) {
    const at = steps.findIndex((other) => other.output === step.input);
    const resize = steps[at];
    if (resize?.kind === 'resize' && counts.get(resize.output) === 1 && isPlainPointwise(step)) {
      if (growsPixels(graph, resize)) {
        const [, height, width] = shapeOf(graph, resize.input);
        const small = shapes.push([1, height, width, shapeOf(graph, step.output)[3]]) - 1;
        steps.splice(at, 1);
        steps.push({ ...step, input: resize.input, output: small });
        steps.push({ ...resize, input: small, output: step.output });
        continue;
      }
    }
    steps.push(step);
  }
  return { ...graph, shapes, steps };
}

function growsPixels(graph: Graph, resize: ResizeStep): boolean {
  const [before, after] = [shapeOf(graph, resize.input), shapeOf(graph, resize.output)];
  return after[1] * after[2] > before[1] * before[2];
}

function isPlainPointwise(step: Step): step is ConvStep {
  if (step.kind !== 'conv' || step.activation !== 'none') return false;
  const { kernelHeight, kernelWidth, strideY, strideX } = step.window;
  return kernelHeight * kernelWidth * strideY * strideX === 1;
}

/** One walk is enough: whatever stands before a step has been merged when it is reached. */
function merge(graph: Graph): Graph {
  const producers = new Map<number, Step>();
  const kept = new Set<Step>();
  const counts = readCounts(graph);
  const surroundings: Surroundings = {
    shape: (value) => shapeOf(graph, value),
    soleProducer: (value) => (counts.get(value) === 1 ? producers.get(value) : undefined),
  };
  for (const step of graph.steps) {
    const merged = mergeStep(step, surroundings, (absorbed) => kept.delete(absorbed));
    kept.add(merged);
    producers.set(merged.output, merged);
  }
  return { ...graph, steps: [...kept] };
}

function mergeStep(step: Step, surroundings: Surroundings, absorb: (step: Step) => void): Step {
  for (const rule of rules) {
    const found = rule(step, surroundings);
    if (!found) continue;
    absorb(found.absorbed);
    return mergeStep(found.merged, surroundings, absorb);
  }
  return step;
}
