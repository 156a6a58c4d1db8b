import { describe, expect, it } from 'vitest';
import { PART_NAMES, type PartName } from './part-names';
import { maskOfLogits } from './person-mask';

const PLAIN = { segmentationThreshold: 0.5, parts: undefined };

const choose = (names: readonly PartName[], hides = false) => ({
  isNamed: PART_NAMES.map((name) => names.includes(name)),
  hides,
});

/** One place with a person's logit and the parts'; parts that are not given are unlikely. */
function rowOf(person: number, parts: Partial<Record<PartName, number>> = {}): Float32Array {
  return Float32Array.of(person, ...PART_NAMES.map((name) => parts[name] ?? -8));
}

const here = (row: Float32Array): [Float32Array, number, number, number] => [row, 0, 0, 0];

describe('a person mask', () => {
  it('is the probability that the model gives', () => {
    const maskAt = maskOfLogits(PLAIN);
    expect(maskAt(...here(rowOf(0)))).toBeCloseTo(0.5);
    expect(maskAt(...here(rowOf(2)))).toBeCloseTo(1 / (1 + Math.exp(-2)));
  });

  it('is interpolated before it becomes a probability', () => {
    const maskAt = maskOfLogits(PLAIN);
    expect(maskAt(Float32Array.of(-3, 5), 0, 1, 0.25)).toBeCloseTo(1 / (1 + Math.exp(1)));
  });

  it.each([0.1, 0.5, 0.7, 0.99])('has its edge where the model is sure by %s', (threshold) => {
    const maskAt = maskOfLogits({ ...PLAIN, segmentationThreshold: threshold });
    const logit = Math.log(threshold / (1 - threshold));
    expect(maskAt(...here(rowOf(logit)))).toBeCloseTo(0.5);
    expect(maskAt(...here(rowOf(logit + 1)))).toBeGreaterThan(0.7);
    expect(maskAt(...here(rowOf(logit - 1)))).toBeLessThan(0.3);
  });

  it('hands on what is no number', () => {
    expect(maskOfLogits(PLAIN)(...here(rowOf(NaN)))).toBeNaN();
    const parts = choose(['left_hand'], true);
    expect(maskOfLogits({ ...PLAIN, parts })(...here(rowOf(NaN)))).toBeNaN();
    expect(maskOfLogits({ ...PLAIN, parts })(...here(rowOf(1, { left_hand: NaN })))).toBeNaN();
    expect(maskOfLogits({ ...PLAIN, parts })(...here(rowOf(1, { torso_back: NaN })))).toBeNaN();
  });
});

describe('a mask of parts', () => {
  const hands = choose(['left_hand', 'right_hand']);

  /** As the library decides: the person, and the likeliest part is one of those. */
  function decided(row: Float32Array, isNamed: readonly boolean[]): boolean {
    const parts = row.slice(1);
    return (row[0] ?? NaN) > 0 && isNamed[parts.indexOf(Math.max(...parts))] === true;
  }

  it('ends exactly where the library’s own does', () => {
    let seed = 1;
    const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
    const maskAt = maskOfLogits({ ...PLAIN, parts: hands });
    const found = new Set<boolean>();
    for (let time = 0; time < 500; time++) {
      const likely = random() < 0.5 ? 4 : 0;
      const row = Float32Array.from({ length: 25 }, (_, at) => {
        return random() * 8 - 4 + (at === 11 ? likely : 0) + (at === 0 ? 2 : 0);
      });
      const expected = decided(row, hands.isNamed);
      expect(maskAt(...here(row)) > 0.5).toBe(expected);
      found.add(expected);
    }
    expect(found.size).toBe(2);
  });

  it('keeps only those named', () => {
    const maskAt = maskOfLogits({ ...PLAIN, parts: hands });
    expect(maskAt(...here(rowOf(6, { left_hand: 4 })))).toBeGreaterThan(0.9);
    expect(maskAt(...here(rowOf(6, { left_face: 4 })))).toBeLessThan(0.1);
    expect(maskAt(...here(rowOf(-6, { left_hand: 4 })))).toBeLessThan(0.1);
  });

  it('hides only those named, and neither the rest of the person nor the room', () => {
    const maskAt = maskOfLogits({ ...PLAIN, parts: choose(['left_face', 'right_face'], true) });
    expect(maskAt(...here(rowOf(6, { left_face: 4 })))).toBeLessThan(0.1);
    expect(maskAt(...here(rowOf(6, { torso_front: 4 })))).toBeGreaterThan(0.9);
    expect(maskAt(...here(rowOf(-6, { left_face: 4 })))).toBeGreaterThan(0.9);
  });

  it('is the whole person when every part is kept', () => {
    const maskAt = maskOfLogits({ ...PLAIN, parts: choose(PART_NAMES) });
    const row = rowOf(1.5, { left_face: 2 });
    expect(maskAt(...here(row))).toBe(maskOfLogits(PLAIN)(...here(row)));
  });
});
