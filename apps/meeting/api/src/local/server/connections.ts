import type { Server } from 'node:net';
import type { Socket } from 'node:net';

/**
 * The open connections of a server, those with an upgrade too. One address has only so many, so that
 * whoever opens them and says nothing leaves room for others.
 */
export class Connections {
  readonly #byAddress = new Map<string, Set<Socket>>();

  constructor(
    server: Server,
    readonly mostPerAddress: number,
  ) {
    server.on('connection', (socket: Socket) => this.#add(socket));
  }

  /** Waits for nobody. */
  destroyAll(): void {
    for (const sockets of this.#byAddress.values()) {
      for (const socket of sockets) socket.destroy();
    }
  }

  #add(socket: Socket): void {
    const address = socket.remoteAddress ?? '';
    const sockets = this.#byAddress.get(address) ?? new Set<Socket>();
    if (sockets.size >= this.mostPerAddress) return void socket.destroy();
    this.#byAddress.set(address, sockets.add(socket));
    socket.once('close', () => {
      sockets.delete(socket);
      if (sockets.size === 0) this.#byAddress.delete(address);
    });
  }
}
