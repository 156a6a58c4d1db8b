import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../../../../scripts/serve.mjs', import.meta.url));

/** The meeting app in a process of its own. */
export interface MeetingProcess {
  /** Its origin, such as `http://localhost:4173`. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** What it has printed so far. */
  output(): string;
  /** Resolves when it has ended: with its exit code, null where the signal ended it. */
  end(signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
}

/**
 * Starts what is built as `npm start` does.
 * @param args - Of the command line, such as `--data FOLDER`.
 * @throws Error when it ends before it says where it listens.
 */
export async function startMeetingProcess(...args: readonly string[]): Promise<MeetingProcess> {
  const child = spawn(process.execPath, [PROGRAM, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { output: '', complaint: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.complaint += text));
  const ended = once(child, 'close') as Promise<[number | null]>;
  const addressOf = () => /https?:\/\/\S+:\d+/.exec(said.output)?.[0];
  while (addressOf() === undefined && child.exitCode === null) {
    await Promise.race([once(child.stdout, 'data'), ended]);
  }
  const url = addressOf();
  if (url === undefined || child.pid === undefined) {
    throw new Error(`The meeting ended with ${(await ended)[0]}: ${said.complaint}`);
  }
  return {
    url,
    port: Number(new URL(url).port),
    pid: child.pid,
    output: () => said.output,
    end: async (signal) => {
      child.kill(signal);
      return (await ended)[0];
    },
  };
}
