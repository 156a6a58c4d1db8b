import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Where a server is to be reached. */
export interface Place {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
}

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use. Stop what uses it, or choose another port.',
  EACCES: 'is not allowed for this user. Choose a port from 1024 on.',
  EADDRNOTAVAIL: 'cannot be had: this machine has no such address. Choose one that it has.',
  ENOTFOUND: 'cannot be had: there is no such name. Choose an address of this machine.',
};

/** Opens the port, and gives its number. @throws Error that says in a sentence why it could not. */
export async function listen(server: Server, { host, port }: Place): Promise<number> {
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const reason = REASONS[code] ?? `cannot be had: ${String(error)}`;
    throw new Error(`TCP port ${port} on ${host} ${reason}`, { cause: error });
  }
  return (server.address() as AddressInfo).port;
}
