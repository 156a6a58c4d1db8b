import { describe, expect, it } from 'vitest';
import { paretoFront } from './pareto-front';

const trade = (msPerFrame: number, accuracy: number) => ({ msPerFrame, accuracy });

describe('paretoFront', () => {
  it('keeps what costs more only where it gives more', () => {
    const front = [trade(1, 0.7), trade(4, 0.8), trade(9, 0.9)];
    const beaten = [trade(5, 0.75), trade(20, 0.9), trade(3, 0.6)];
    expect(paretoFront([...beaten, ...front].reverse())).toEqual(front);
  });

  it('takes the more accurate of two that cost the same, and one of two that are equal', () => {
    expect(paretoFront([trade(2, 0.5), trade(2, 0.6), trade(2, 0.6)])).toEqual([trade(2, 0.6)]);
  });

  it('is empty of nothing', () => {
    expect(paretoFront([])).toEqual([]);
  });
});
