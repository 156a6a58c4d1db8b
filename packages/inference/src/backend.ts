import type { Plan, Shape } from './plan/plan';

/**
 * A plan loaded on a backend. It owns its weights and its memory until `close()`.
 *
 * One run reads `input()` and writes `output()`; both keep their values until the next run.
 */
export interface Session {
  /** `[1,H,W,C]` of the input. */
  readonly inputShape: Shape;
  /** `[1,H,W,C]` of the output. */
  readonly outputShape: Shape;
  /** A fresh view of the input, row-major `[H,W,C]`. Make it again after memory may have grown. */
  input(): Float32Array;
  /** A fresh view of the output, row-major `[H,W,C]`. */
  output(): Float32Array;
  /** Runs the plan once, without allocating. */
  run(): void;
  /** Gives everything back; calling it again does nothing. The session cannot run afterwards. */
  close(): void;
}

/** Loads plans. `prepare` is slow and is done once, `run` is fast. */
export interface Backend<S extends Session = Session> {
  /**
   * Loads a plan.
   * @throws ModelLoadError when the plan cannot be loaded here.
   */
  prepare(plan: Plan): S;
}
