import { readFileSync } from 'node:fs';
import { HELP, readArguments, UsageError } from './cli-options';
import { ListenError } from './listen-error';
import type { StartOptions } from './options';
import { startChimeLocal, type RunningChimeLocal } from './start';

/** Where a command line prints. */
export interface Terminal {
  readonly out: (line: string) => void;
  readonly error: (line: string) => void;
}

const CONSOLE: Terminal = { out: console.log, error: console.error };

/** What options are called here, for messages about them. */
const FLAGS = [
  ['options.host', '--host'],
  ['options.mediaAddresses', '--media-address'],
  ['options.publicUrl', '--public-url'],
] as const;

/**
 * Follows a command line. Where that starts the service, it runs on until the process is asked to
 * stop; then clients are told at once.
 * @returns The exit code; undefined while the service runs.
 */
export async function main(
  args: readonly string[],
  terminal: Terminal = CONSOLE,
): Promise<number | undefined> {
  try {
    const request = readArguments(args);
    if (request.type !== 'start') {
      terminal.out(request.type === 'help' ? HELP : readVersion());
      return 0;
    }
    await start(request.options, terminal);
    return undefined;
  } catch (error) {
    return complain(error, terminal);
  }
}

async function start(options: StartOptions, { out, error }: Terminal): Promise<void> {
  const service = await startChimeLocal({ ...options, log: error });
  describe(service, out);
  const stop = () => {
    out('Stopping; all clients are told.');
    void service.close();
  };
  // Once: a second signal ends the process as it would without us.
  process.once('SIGINT', stop).once('SIGTERM', stop);
}

function describe({ endpoint, candidates }: RunningChimeLocal, out: Terminal['out']): void {
  const media = candidates.map(({ address, port }) => `${address}:${port}`).join(', ');
  out(`chime-local ${readVersion()}`);
  out("A stand-in for the Amazon Chime SDK's meeting service, for development, tests and trials.");
  out('It is not a production media service.');
  out(`  Control API  ${endpoint}`);
  out(`  Media        ${media} (UDP)`);
  out('Stop it with Ctrl+C.');
}

function complain(error: unknown, terminal: Terminal): number {
  if (error instanceof UsageError || error instanceof TypeError) {
    const message = FLAGS.reduce((text, [name, flag]) => text.replace(name, flag), error.message);
    terminal.error(`chime-local: ${message}`);
    terminal.error('See chime-local --help.');
    return 2;
  }
  if (!(error instanceof ListenError)) throw error;
  terminal.error(`chime-local: ${error.message}`);
  return 1;
}

/** Of the package that this is in, as a source or built. */
function readVersion(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
