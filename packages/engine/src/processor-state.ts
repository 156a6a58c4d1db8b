import { StateError } from './errors';

/**
 * Where a processor is: `idle` before `start`; `starting` until the first composite, also after a
 * lost worker; `running`; `paused` while the source is muted, disabled or stopped, and the holding
 * frame goes out; `failed` when nothing else can go out; `closed` for good.
 */
export type ProcessorState = 'idle' | 'starting' | 'running' | 'paused' | 'failed' | 'closed';

const MOVES: Readonly<Record<ProcessorState, readonly ProcessorState[]>> = {
  idle: ['starting', 'closed'],
  starting: ['running', 'paused', 'failed', 'closed'],
  running: ['starting', 'paused', 'failed', 'closed'],
  paused: ['starting', 'failed', 'closed'],
  failed: ['starting', 'closed'],
  closed: [],
};

/** Whether a processor may go from one state to another. */
export const mayMove = (from: ProcessorState, to: ProcessorState): boolean =>
  MOVES[from].includes(to);

const REMEDIES: Partial<Record<ProcessorState, string>> = {
  closed: 'a closed processor cannot be used again: make a new one',
  idle: 'call start() first',
};
const RUNNING_REMEDY = 'use restart() to change the source, or make another processor';

/** @throws StateError that names the call, the state and the remedy. */
export function requireState(
  call: string,
  state: ProcessorState,
  allowed: readonly ProcessorState[],
): void {
  if (allowed.includes(state)) return;
  const remedy = REMEDIES[state] ?? RUNNING_REMEDY;
  throw new StateError(`${call}() was called in state '${state}': ${remedy}.`);
}
