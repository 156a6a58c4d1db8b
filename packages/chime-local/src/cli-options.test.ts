import { describe, expect, it } from 'vitest';
import { readArguments, UsageError } from './cli-options';

describe('the command line', () => {
  it('starts at port 9090 of this machine, media beside', () => {
    expect(readArguments([])).toEqual({ type: 'start', options: { port: 9090, mediaPort: 9090 } });
  });

  it('takes all that the options take', () => {
    const args = [
      '--port',
      '80',
      '--host=0.0.0.0',
      '--media-port',
      '0',
      '--media-address=192.0.2.1',
    ];
    const more = ['--media-address', 'fd00::1', '--public-url', 'https://meet.test'];
    expect(readArguments([...args, ...more])).toEqual({
      type: 'start',
      options: {
        port: 80,
        host: '0.0.0.0',
        mediaPort: 0,
        mediaAddresses: ['192.0.2.1', 'fd00::1'],
        publicUrl: 'https://meet.test',
      },
    });
  });

  it.each([
    ['--help', 'help'],
    ['-h', 'help'],
    ['--version', 'version'],
  ])('%s asks for no service', (flag, type) => {
    expect(readArguments(['--port', '80', flag])).toEqual({ type });
  });

  it.each([
    [['--port', 'many'], '--port must be a whole number from 0 to 65535, got "many".'],
    [['--port', '65536'], '--port must be a whole number from 0 to 65535, got "65536".'],
    [['--port='], '--port must be a whole number from 0 to 65535, got "".'],
    [['--media-port', '1e3'], '--media-port must be a whole number'],
    [['--ports', '80'], "Unknown option '--ports'"],
    [['--port'], "Option '--port <value>' argument missing"],
    [['9090'], "Unexpected argument '9090'"],
  ])('%j is refused', (args, reason) => {
    expect(() => readArguments(args)).toThrow(UsageError);
    expect(() => readArguments(args)).toThrow(reason);
  });
});
