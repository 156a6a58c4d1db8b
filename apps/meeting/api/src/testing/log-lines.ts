import type { Logger } from 'pino';
import { createLog } from '../log/create-log';

/** A log, and what was written to it. */
export interface LogLines {
  readonly log: Logger;
  readonly lines: readonly string[];
}

/** A log that keeps its lines for a test to read. */
export function logLines(): LogLines {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  return { log: createLog({ level: 'debug', destination }), lines };
}
