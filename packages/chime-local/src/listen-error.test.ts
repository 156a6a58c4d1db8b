import { describe, expect, it } from 'vitest';
import { listenError } from './listen-error';

const WANTED = { kind: 'TCP', host: '127.0.0.1', port: 80 } as const;

const systemError = (code: string) => Object.assign(new Error('listen failed'), { code });

describe('a port that cannot be opened', () => {
  it.each([
    ['EADDRINUSE', 'is in use. Stop what uses it, or choose another port.'],
    ['EACCES', 'is not allowed for this user. Choose a port from 1024 on.'],
    ['EADDRNOTAVAIL', 'this machine has no such address'],
    ['ENOTFOUND', 'there is no such name'],
    ['EMFILE', 'cannot be had: Error: listen failed'],
  ])('is told with what to do: %s', (code, reason) => {
    const error = listenError(WANTED, systemError(code));
    expect(error.message).toContain('TCP port 80 on 127.0.0.1 ');
    expect(error.message).toContain(reason);
  });

  it('is known by the cause of the error, too', () => {
    const cause = new Error('UDP', { cause: systemError('EADDRINUSE') });
    const error = listenError(WANTED, cause);
    expect(error.message).toContain('is in use');
    expect(error.cause).toBe(cause);
  });

  it('is told as it is where nobody knows better', () => {
    expect(listenError(WANTED, 'no idea').message).toContain('cannot be had: no idea');
  });
});
