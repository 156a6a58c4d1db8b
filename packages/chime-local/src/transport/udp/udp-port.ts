import { createSocket, type Socket, type SocketOptions } from 'node:dgram';
import { once } from 'node:events';
import { lookup } from 'node:dns/promises';
import type { RemoteAddress } from './remote-address';

/** Key frames of several clients at once come as one burst. */
const BUFFER_BYTES = 1 << 20;

/** Addresses are never names here, and the system's resolver would put off each packet. */
const passAddress: SocketOptions['lookup'] = (address, _options, callback) => {
  callback(null, address, address.includes(':') ? 6 : 4);
};

function enlargeBuffers(socket: Socket): void {
  try {
    socket.setRecvBufferSize(BUFFER_BYTES);
    socket.setSendBufferSize(BUFFER_BYTES);
  } catch {
    // A system that allows less gives what it had.
  }
}

async function bind(socket: Socket, address: string, port: number): Promise<void> {
  // It listens at once, since no name is looked up.
  const listening = once(socket, 'listening');
  try {
    socket.bind(port, address);
    await listening;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      `UDP port ${port} of ${address} cannot be opened (${reason}). Choose another media port or host.`,
      { cause },
    );
  }
}

/** One UDP socket. */
export class UdpPort {
  private constructor(private readonly socket: Socket) {}

  /**
   * @param host - Address or name.
   * @param port - 0: any that is free.
   * @param receive - The packet is the receiver's.
   */
  static async open(
    host: string,
    port: number,
    receive: (packet: Buffer, source: RemoteAddress) => void,
  ): Promise<UdpPort> {
    const { address, family } = await lookup(host);
    const socket = createSocket({ type: family === 6 ? 'udp6' : 'udp4', lookup: passAddress });
    await bind(socket, address, port);
    enlargeBuffers(socket);
    // A packet that cannot be sent is lost like others are.
    socket.on('error', () => undefined);
    socket.on('message', receive);
    return new UdpPort(socket);
  }

  get address(): RemoteAddress {
    return this.socket.address();
  }

  /** Never throws: what cannot be sent, to an address that is none for instance, is lost. */
  send(packet: Buffer, { port, address }: RemoteAddress): void {
    try {
      this.socket.send(packet, port, address);
    } catch {
      // Nobody waits for it who could do anything.
    }
  }

  async close(): Promise<void> {
    const closed = once(this.socket, 'close');
    this.socket.close();
    await closed;
  }
}
