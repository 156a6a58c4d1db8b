import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FLOAT_MS, Floats } from './floats';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const clap = (target?: string) => ({ kind: 'stamp', stamp: 'clap', target }) as const;
const over = (floats: Floats) => floats.state.get().map(({ participantId }) => participantId);

describe('what floats', () => {
  it('is over the target, or over the sender, for three seconds', () => {
    const floats = new Floats();
    floats.add('ada', clap('bob'));
    floats.add('ada', clap());
    floats.add('ada', { kind: 'text', text: 'Hello' });
    expect(over(floats)).toEqual(['bob', 'ada', 'ada']);
    vi.advanceTimersByTime(FLOAT_MS - 1);
    expect(over(floats)).toHaveLength(3);
    vi.advanceTimersByTime(1);
    expect(over(floats)).toEqual([]);
  });

  it('is no long text', () => {
    const floats = new Floats();
    floats.add('ada', { kind: 'text', text: 'a'.repeat(81) });
    expect(over(floats)).toEqual([]);
  });

  it('takes its turn, and a flood by one or by all is cut short', () => {
    const floats = new Floats();
    for (let sender = 0; sender < 100; sender += 1) {
      for (let count = 0; count < 10; count += 1) floats.add(`${sender}`, clap('bob'));
    }
    const senders: string[][] = [];
    while (floats.state.get().length > 0) {
      senders.push(floats.state.get().map(({ senderId }) => senderId));
      vi.advanceTimersByTime(FLOAT_MS);
    }
    expect(senders).toEqual([
      ['0', '0', '0', '0'],
      ['0', '1', '1', '1'],
      ['1', '1', '2', '2'],
    ]);
  });
});
