import { expect, it } from 'vitest';
import { placeValues } from './memory';
import { PLACE } from '../testing/plan-around';
import { elementCount, type Graph, type Shape, type Step } from './plan';

const WHOLE_LINES: Shape = [1, 8, 6, 1];

it('leaves three floats free behind each value, also where it ends with a cache line', () => {
  const at = { place: PLACE, alignCorners: false, halfPixelCenters: true };
  const steps = [
    { kind: 'resize', ...at, input: 0, output: 1 },
    { kind: 'resize', ...at, input: 0, output: 2 },
    { kind: 'add', place: PLACE, input: 1, other: 2, output: 3, activation: 'none' },
  ] as const satisfies readonly Step[];
  const graph: Graph = {
    shapes: [[1, 4, 3, 1], ...Array<Shape>(3).fill(WHOLE_LINES)],
    steps,
    input: 0,
    output: 3,
  };
  const { offsetsBytes, arenaBytes, shapes } = placeValues(graph);
  const ends = offsetsBytes.map(
    (offset, value) => offset + 4 * elementCount(shapes[value] ?? WHOLE_LINES),
  );
  for (const end of ends) {
    const next = Math.min(arenaBytes, ...offsetsBytes.filter((offset) => offset >= end));
    expect(next - end).toBeGreaterThanOrEqual(12);
  }
});
