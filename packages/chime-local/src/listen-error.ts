/** A port that could not be opened; the message says which, and what to do. */
export class ListenError extends Error {
  /** Always the same, for people. */
  override readonly name = 'ListenError';
  /** Always the same, for a program to know it by. */
  readonly code = 'LISTEN_FAILED';
}

/** What was wanted of the system. */
export interface WantedPort {
  readonly kind: 'TCP' | 'UDP';
  readonly host: string;
  readonly port: number;
}

/** Says in a sentence why a port could not be opened. */
export function listenError({ kind, host, port }: WantedPort, cause: unknown): ListenError {
  const place = `${kind} port ${port} on ${host}`;
  return new ListenError(`${place} ${reasonOf(cause)}`, { cause });
}

function reasonOf(cause: unknown): string {
  switch (codeOf(cause)) {
    case 'EADDRINUSE':
      return 'is in use. Stop what uses it, or choose another port.';
    case 'EACCES':
      return 'is not allowed for this user. Choose a port from 1024 on.';
    case 'EADDRNOTAVAIL':
      return 'cannot be had: this machine has no such address. Choose one that it has.';
    case 'ENOTFOUND':
      return 'cannot be had: there is no such name. Choose an address of this machine.';
    default:
      return `cannot be had: ${String(cause)}`;
  }
}

/** Of the error, or of what it says was its cause. */
function codeOf(cause: unknown): unknown {
  if (!(cause instanceof Error)) return undefined;
  return 'code' in cause ? cause.code : codeOf(cause.cause);
}
