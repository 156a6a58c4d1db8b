import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { main } from './cli';

/** What a command line that starts nothing prints, and its exit code. */
async function run(...args: string[]) {
  const out: string[] = [];
  const errors: string[] = [];
  const code = await main(args, {
    out: (line) => out.push(line),
    error: (line) => errors.push(line),
  });
  return { code, out: out.join('\n'), errors: errors.join('\n') };
}

describe('chime-local', () => {
  it('tells how it is used, and which version it is', async () => {
    const help = await run('--help');
    expect(help.code).toBe(0);
    expect(help.out).toContain('--port N');
    const version = await run('--version');
    expect(version.code).toBe(0);
    expect(version.out).toMatch(/^\d+\.\d+\.\d+/);
  });

  it.each([
    [['--port', 'x'], '--port must be a whole number'],
    [
      ['--port', '0', '--media-address', 'laptop'],
      '--media-address must be IP addresses, got "laptop"',
    ],
    [
      ['--port', '0', '--public-url', 'meet.test'],
      '--public-url must be an http: or https: address',
    ],
  ])('ends with 2 and says why: %j', async (args, reason) => {
    const { code, errors } = await run(...args);
    expect(code).toBe(2);
    expect(errors).toContain(`chime-local: ${reason}`);
    expect(errors).toContain('See chime-local --help.');
  });

  it('ends with 1 where its port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    expect(await run('--port', String(port), '--media-port', '0')).toEqual({
      code: 1,
      out: '',
      errors: `chime-local: TCP port ${port} on 127.0.0.1 is in use. Stop what uses it, or choose another port.`,
    });
  });
});
