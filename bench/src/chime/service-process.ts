import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { addressSaid } from '@cyclorama/testing/chime';
import { ProcessTree } from '../system/process-tree';

const PROGRAM = fileURLToPath(
  new URL('../../../packages/chime-local/bin/chime-local.js', import.meta.url),
);

/** The service in a process of its own, whose CPU is nobody else's. */
export interface ServiceProcess {
  readonly endpoint: string;
  readonly tree: ProcessTree;
  stop(): Promise<void>;
}

/**
 * Starts the built service as its users do.
 * @throws Error when it ends before it says where it listens.
 */
export async function startService(): Promise<ServiceProcess> {
  const child = spawn(process.execPath, [PROGRAM, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // It tells who comes and goes; that is looked at only where it does not start.
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (log = (log + text).slice(-2000)));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const endpoint = await addressSaid(child.stdout.setEncoding('utf8'));
  if (child.pid === undefined || !endpoint) throw new Error(`chime-local did not start. ${log}`);
  return {
    endpoint,
    tree: new ProcessTree(child.pid),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
