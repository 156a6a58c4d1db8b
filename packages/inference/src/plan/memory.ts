import { elementCount, readsOf, type Graph, type Plan } from './plan';
import { refuse } from '../model-load-error';

const ALIGN_BYTES = 64;
/** Kernels store whole vectors: up to three floats beyond the end of a value. */
const OVERRUN_BYTES = 12;
const MAX_ARENA_BYTES = 1 << 28;

/** A value's bytes and the steps (first and last, inclusive) during which it must stay. */
interface Life {
  readonly value: number;
  readonly bytes: number;
  readonly from: number;
  to: number;
}

interface Placed extends Life {
  readonly offset: number;
}

/**
 * Gives every value a place in one block, largest first, each at the lowest place where nothing
 * stands that lives at the same time ("greedy by size", https://arxiv.org/abs/2001.03288).
 *
 * Input and output have their place to themselves, so that both can be read after a run.
 */
export function placeValues(graph: Graph): Plan {
  const placed: Placed[] = [];
  const offsetsBytes = graph.shapes.map(() => 0);
  for (const life of lives(graph).sort((a, b) => b.bytes - a.bytes || a.value - b.value)) {
    const offset = lowestGap(life, placed);
    placed.push({ ...life, offset });
    offsetsBytes[life.value] = offset;
  }
  const arenaBytes = Math.max(...placed.map(({ offset, bytes }) => offset + bytes));
  if (arenaBytes > MAX_ARENA_BYTES) refuse('model', `needs ${arenaBytes} bytes of memory`);
  return { ...graph, offsetsBytes, arenaBytes };
}

function lives(graph: Graph): Life[] {
  const end = graph.steps.length;
  const found = new Map<number, Life>();
  const add = (value: number, from: number, to: number): void => {
    const count = elementCount(graph.shapes[value] ?? [0, 0, 0, 0]);
    const bytes = Math.ceil((4 * count + OVERRUN_BYTES) / ALIGN_BYTES) * ALIGN_BYTES;
    found.set(value, { value, bytes, from, to });
  };
  add(graph.input, 0, end);
  graph.steps.forEach((step, index) => {
    for (const value of readsOf(step)) {
      const life = found.get(value);
      if (life) life.to = Math.max(life.to, index);
    }
    add(step.output, index, index);
  });
  add(graph.output, 0, end);
  return [...found.values()];
}

function lowestGap(life: Life, placed: readonly Placed[]): number {
  const rivals = placed
    .filter((other) => other.from <= life.to && life.from <= other.to)
    .sort((a, b) => a.offset - b.offset);
  let offset = 0;
  for (const rival of rivals) {
    if (rival.offset >= offset + life.bytes) break;
    offset = Math.max(offset, rival.offset + rival.bytes);
  }
  return offset;
}
