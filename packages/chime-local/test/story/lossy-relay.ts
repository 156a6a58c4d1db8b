import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { randomFrom } from '../../src/testing/seeded-random';

/** A bad network between browsers and a service: what goes to one address is led on to another. */
export class LossyRelay {
  /** Share of the packets that are lost, each way. */
  loss = 0;
  lost = 0;
  readonly #random = randomFrom(1);
  /** Ends towards the service, by the address of the client. */
  readonly #ends = new Map<string, Socket>();

  private constructor(
    private readonly socket: Socket,
    private readonly service: { address: string; port: number },
  ) {
    socket.on('message', (packet, client) => this.#pass(packet, client));
  }

  /** Takes packets at an address, under the service's port. */
  static async open(address: string, service: AddressInfo['address'], port: number) {
    const socket = createSocket('udp4').bind(port, address);
    await once(socket, 'listening');
    return new LossyRelay(socket, { address: service, port });
  }

  #pass(packet: Buffer, client: { address: string; port: number }): void {
    const name = `${client.address}:${client.port}`;
    const end = this.#ends.get(name) ?? this.#connect(client);
    this.#ends.set(name, end);
    if (!this.#loses()) end.send(packet, this.service.port, this.service.address);
  }

  #connect(client: { address: string; port: number }): Socket {
    const end = createSocket('udp4').bind(0, this.service.address);
    return end.on('message', (packet) => {
      if (!this.#loses()) this.socket.send(packet, client.port, client.address);
    });
  }

  #loses(): boolean {
    const isLost = this.#random(1000) < this.loss * 1000;
    this.lost += Number(isLost);
    return isLost;
  }

  close(): void {
    for (const socket of [this.socket, ...this.#ends.values()]) socket.close();
  }
}
