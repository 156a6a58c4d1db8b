/** What a log may know of an error that nobody expected. */
export interface Fault {
  readonly name: string;
  readonly frames: readonly string[];
  readonly cause?: Fault;
}

const FRAMES = 12;
/** A chain of causes is no longer than this, even where it is a ring. */
const CAUSES = 3;

/**
 * The name of an error and where it was thrown, without its message: services put into that what they
 * were given, be it a name or a secret.
 */
export function faultOf(error: unknown, causes = CAUSES): Fault {
  if (!(error instanceof Error)) return { name: typeof error, frames: [] };
  const { cause, name } = error;
  const deeper = causes > 0 && cause instanceof Error && faultOf(cause, causes - 1);
  return { name, frames: framesOf(error), ...(deeper && { cause: deeper }) };
}

/** A line of a message may look like a frame, so the message is taken out before. */
function framesOf({ stack = '', message }: Error): string[] {
  const lines = stack.replace(message, '').split('\n');
  return lines
    .map((line) => line.trim())
    .filter((line) => /^at .+:\d+:\d+\)?$/.test(line))
    .slice(0, FRAMES);
}
