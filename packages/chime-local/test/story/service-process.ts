import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { addressSaid } from '@cyclorama/testing/chime';
import { rolldown } from 'rolldown';

const SOURCE = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));

/** As deep as what is published, beside the dependencies; ignored by git. */
const PROGRAM = fileURLToPath(new URL(`../../.cache/cli-${process.pid}.js`, import.meta.url));

const RUN = `const { main } = await import(process.argv[1]); await main(process.argv.slice(2));`;

/** The service as its users run it, to be killed. */
export class ServiceProcess {
  #child: ChildProcess | undefined;
  #port = 0;

  /** Built anew, since nobody may have built it. */
  static async build(): Promise<ServiceProcess> {
    const isOurs = (id: string) => /^[./]/.test(id) || id === SOURCE;
    const bundle = await rolldown({
      input: SOURCE,
      external: (id) => !isOurs(id),
      platform: 'node',
      tsconfig: false,
    });
    await bundle.write({ file: PROGRAM, format: 'es' });
    return new ServiceProcess();
  }

  /** On the same port each time. @returns its address. */
  async start(): Promise<string> {
    const args = ['--input-type=module', '--eval', RUN, PROGRAM];
    const child = spawn(process.execPath, [...args, '--port', String(this.#port)], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    this.#child = child;
    const endpoint = await addressSaid(child.stdout.setEncoding('utf8'));
    if (!endpoint) throw new Error('chime-local did not start.');
    this.#port = Number(new URL(endpoint).port);
    return endpoint;
  }

  async kill(): Promise<void> {
    if (!this.#child || this.#child.exitCode !== null || this.#child.killed) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await ended;
  }

  async close(): Promise<void> {
    await this.kill();
    await rm(PROGRAM);
  }
}
