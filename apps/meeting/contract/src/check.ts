import type { z } from 'zod';

/** What a schema of the contract makes of something from outside. */
export type Checked<Value> =
  | { readonly ok: true; readonly value: Value }
  /** Which field is wrong, and how; never what stands in it. */
  | { readonly ok: false; readonly problem: string };

/** A schema of the contract, by what it gives. */
export type Schema<Value> = z.ZodType<Value>;

/** Checks something from outside once, at the border. */
export function check<Value>(schema: Schema<Value>, given: unknown): Checked<Value> {
  const result = schema.safeParse(given);
  if (result.success) return { ok: true, value: result.data };
  const [issue] = result.error.issues;
  const field = issue?.path.map(String).join('.') ?? '';
  const problem = [field, issue?.message ?? 'is wrong'].filter(Boolean).join(': ');
  return { ok: false, problem };
}
