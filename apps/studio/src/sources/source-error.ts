import type { SourceKind } from './source';

/** What can go wrong when a source is opened. */
export type SourceFailure =
  | 'absent'
  | 'gone'
  | 'denied'
  | 'in-use'
  | 'insecure'
  | 'unsupported'
  | 'unplayable'
  | 'no-picture'
  | 'unknown';

/** A source could not be opened. What was on before stays on. */
export class SourceError extends Error {
  override readonly name = 'SourceError';

  constructor(
    readonly kind: SourceKind,
    readonly failure: SourceFailure,
    options?: ErrorOptions,
  ) {
    super(`The ${kind} could not be opened: ${failure}.`, options);
  }
}

const FAILURES: Readonly<Record<string, SourceFailure>> = {
  NotFoundError: 'absent',
  OverconstrainedError: 'gone',
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotReadableError: 'in-use',
  AbortError: 'in-use',
};

/** Says what a rejection of getUserMedia or getDisplayMedia means. */
export function captureError(kind: SourceKind, thrown: unknown): SourceError {
  const name = thrown instanceof Error ? thrown.name : '';
  return new SourceError(kind, FAILURES[name] ?? 'unknown', { cause: thrown });
}
