import { describe, expect, it } from 'vitest';
import { mayMove, requireState } from './processor-state';

describe('the state of a processor', () => {
  it('leads nowhere once closed', () => {
    expect(mayMove('closed', 'starting')).toBe(false);
    expect(mayMove('closed', 'closed')).toBe(false);
  });

  it('can be closed from anywhere else', () => {
    const open = ['idle', 'starting', 'running', 'paused', 'failed'] as const;
    expect(open.every((state) => mayMove(state, 'closed'))).toBe(true);
  });

  it('names the call, the state and the remedy when a call comes at the wrong time', () => {
    expect(() => requireState('start', 'closed', ['idle'])).toThrow(/start\(\).*'closed'.*new one/);
    expect(() => requireState('restart', 'idle', ['running'])).toThrow(/call start\(\) first/);
    expect(() => requireState('start', 'running', ['idle'])).toThrow(/restart\(\)/);
  });
});
