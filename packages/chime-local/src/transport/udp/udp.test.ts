import { describe, expect, it } from 'vitest';
import { MAX_PACKET_BYTES, packetKind } from './packet-kind';
import { UdpPort } from './udp-port';

function startingWith(...bytes: number[]): Buffer {
  return Buffer.concat([Buffer.from(bytes), Buffer.alloc(20)]);
}

describe('packetKind', () => {
  it.each([
    ['stun', startingWith(0, 1)],
    ['stun', startingWith(3)],
    [undefined, startingWith(4)],
    [undefined, startingWith(19)],
    ['dtls', startingWith(20)],
    ['dtls', startingWith(63)],
    [undefined, startingWith(64)],
    [undefined, startingWith(127)],
    ['rtp', startingWith(128, 96)],
    ['rtp', startingWith(191, 191)],
    ['rtcp', startingWith(128, 192)],
    ['rtcp', startingWith(129, 223)],
    ['rtp', startingWith(128, 224)],
    [undefined, startingWith(192)],
    [undefined, Buffer.alloc(0)],
    [undefined, Buffer.alloc(11)],
    [undefined, Buffer.alloc(MAX_PACKET_BYTES + 1)],
  ])('is %s, as RFC 7983 divides them', (kind, packet) => {
    expect(packetKind(packet)).toBe(kind);
  });
});

describe('UdpPort', () => {
  it('says which port is taken and what to do', async () => {
    const first = await UdpPort.open('127.0.0.1', 0, () => undefined);
    const { port } = first.address;
    await expect(UdpPort.open('127.0.0.1', port, () => undefined)).rejects.toThrow(
      new RegExp(`UDP port ${port} of 127.0.0.1 cannot be opened .*Choose another`),
    );
    await first.close();
  });

  it('says of an address that is not this machine’s', async () => {
    await expect(UdpPort.open('192.0.2.1', 0, () => undefined)).rejects.toThrow(
      /of 192.0.2.1 cannot be opened/,
    );
  });

  it('takes names', async () => {
    const named = await UdpPort.open('localhost', 0, () => undefined);
    expect(named.address.port).toBeGreaterThan(0);
    await named.close();
  });
});
