import { pino, type DestinationStream, type Logger } from 'pino';

/** Where lines go, and how many. */
export interface LogOptions {
  /** Default: `info`. */
  readonly level?: 'debug' | 'info' | 'warn' | 'error' | 'silent' | undefined;
  /** Default: standard output, each line written before the call returns, as Lambda needs it. */
  readonly destination?: DestinationStream | undefined;
}

/** A log of JSON lines, with the level as a word and the time as ISO 8601, as log services search them. */
export function createLog({ level = 'info', destination }: LogOptions = {}): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return destination ? pino(options, destination) : pino(options);
}
