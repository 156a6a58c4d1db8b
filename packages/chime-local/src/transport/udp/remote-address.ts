/** Where a datagram came from and answers go to. */
export interface RemoteAddress {
  readonly address: string;
  readonly port: number;
}

export function addressKey({ address, port }: RemoteAddress): string {
  return `${address} ${port}`;
}

const MAPPED_IPV4 = /^::ffff:(?=\d+\.)/;

function ipv4Bytes(address: string): number[] {
  return address.split('.').map(Number);
}

/** Groups of one side of `::`; the last one may be an IPv4 address. */
function ipv6Groups(side: string): number[] {
  if (side === '') return [];
  return side.split(':').flatMap((group) => {
    if (!group.includes('.')) return [Number.parseInt(group, 16)];
    const [a = 0, b = 0, c = 0, d = 0] = ipv4Bytes(group);
    return [(a << 8) | b, (c << 8) | d];
  });
}

function ipv6Bytes(address: string): number[] {
  const [head = '', tail = ''] = address.replace(/%.*$/, '').split('::');
  const before = ipv6Groups(head);
  const after = ipv6Groups(tail);
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => 0);
  return [...before, ...zeros, ...after].flatMap((group) => [group >> 8, group & 0xff]);
}

/**
 * In network order: 4 or 16 bytes. An IPv4 address that a socket for both families names as IPv6 is
 * what it is.
 *
 * @param address - As the system prints it.
 */
export function addressBytes(address: string): Buffer {
  const plain = address.replace(MAPPED_IPV4, '');
  return Buffer.from(plain.includes(':') ? ipv6Bytes(plain) : ipv4Bytes(plain));
}
