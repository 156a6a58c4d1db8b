import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ROOT } from './run-command.mjs';
import { readStartOptions, USAGE } from './start-options.mjs';

const folder = mkdtempSync(join(tmpdir(), 'start-'));
const [cert, key] = ['cert.pem', 'key.pem'].map((name) => join(folder, name));
for (const path of [cert, key]) writeFileSync(path, 'PEM');
afterAll(() => rmSync(folder, { recursive: true }));

const TLS = ['--tls-cert', cert, '--tls-key', key];

describe('npm start', () => {
  it('needs no options', () => {
    expect(readStartOptions([])).toEqual({
      host: '127.0.0.1',
      port: 4173,
      mayMove: true,
      dataFolder: join(ROOT, '.data'),
      mediaAddresses: [],
      tls: undefined,
    });
  });

  it('takes the port that is named and no other', () => {
    expect(readStartOptions(['--port', '8080'])).toMatchObject({ port: 8080, mayMove: false });
  });

  it('reads certificate and key', () => {
    const options = readStartOptions(['--host', '0.0.0.0', ...TLS]);
    expect(options.host).toBe('0.0.0.0');
    expect([options.tls.cert, options.tls.key].map(String)).toEqual(['PEM', 'PEM']);
  });

  it('tells how it is used', () => {
    expect(readStartOptions(['--help'])).toBeUndefined();
    for (const flag of ['--port', '--host', '--data', '--tls-cert', '--media-address']) {
      expect(USAGE).toContain(flag);
    }
  });

  it.each([
    [['--port', 'x'], '--port must be a number from 0 to 65535, got "x".'],
    [['--port', '65536'], 'got "65536"'],
    [['--port'], "Option '--port <value>' argument missing"],
    [['--loud'], "Unknown option '--loud'"],
    [['elsewhere'], "Unexpected argument 'elsewhere'"],
    [['--host', '0.0.0.0'], '--host 0.0.0.0 needs --tls-cert and --tls-key: browsers give cameras'],
    [['--host', '192.168.1.20'], '--host 192.168.1.20 needs --tls-cert'],
    [['--tls-cert', cert], '--tls-cert needs --tls-key'],
    [['--tls-key', key], '--tls-key needs --tls-cert'],
    [['--tls-cert', '/nowhere.pem', '--tls-key', key], '--tls-cert: /nowhere.pem cannot be read'],
    [['--media-address', 'laptop'], '--media-address must be an IP address, got "laptop".'],
  ])('refuses %j and says why', (args, reason) => {
    expect(() => readStartOptions(args)).toThrow(reason);
  });
});
