import { parseArgs } from 'node:util';
import type { StartOptions } from './options';

/** What the command line asks for. */
export type CliRequest =
  | { readonly type: 'help' }
  | { readonly type: 'version' }
  | { readonly type: 'start'; readonly options: StartOptions };

/** A command line that cannot be followed; the message says why. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const DEFAULT_PORT = '9090';

export const HELP = `Usage: chime-local [options]

The Amazon Chime SDK's meeting service on this machine, for development, tests and trials.

  --port N              TCP port of control API and signalling (${DEFAULT_PORT}; 0: any that is free)
  --host ADDRESS        what to listen on (127.0.0.1: this machine alone)
  --media-port N        UDP port of all media (the number of --port)
  --media-address IP    where clients reach that port, if not at --host; may be repeated
  --public-url URL      how clients address the service behind a proxy or from outside a container
  --help, --version
`;

const OPTIONS = {
  port: { type: 'string', default: DEFAULT_PORT },
  host: { type: 'string' },
  'media-port': { type: 'string' },
  'media-address': { type: 'string', multiple: true },
  'public-url': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

/** @throws UsageError for a flag that is not there or a number that is none. */
export function readArguments(args: readonly string[]): CliRequest {
  const values = parse(args);
  if (values.help) return { type: 'help' };
  if (values.version) return { type: 'version' };
  const port = readPort('--port', values.port);
  const mediaPort = values['media-port'];
  const options = {
    port,
    mediaPort: mediaPort === undefined ? port : readPort('--media-port', mediaPort),
    host: values.host,
    mediaAddresses: values['media-address'],
    publicUrl: values['public-url'],
  };
  return { type: 'start', options };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function readPort(flag: string, text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new UsageError(`${flag} must be a whole number from 0 to 65535, got "${text}".`);
}
