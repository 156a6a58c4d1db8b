import { addressBytes, type RemoteAddress } from '../udp/remote-address';
import { MAGIC_COOKIE } from './stun-message';

const IPV4 = 1;
const IPV6 = 2;

/** The value of XOR-MAPPED-ADDRESS (RFC 8489, section 14.2). */
export function xorMappedAddress(remote: RemoteAddress, transactionId: Buffer): Buffer {
  const address = addressBytes(remote.address);
  const mask = Buffer.alloc(16);
  mask.writeUInt32BE(MAGIC_COOKIE, 0);
  transactionId.copy(mask, 4);
  const value = Buffer.alloc(4 + address.length);
  value[1] = address.length === 4 ? IPV4 : IPV6;
  value.writeUInt16BE(remote.port ^ (MAGIC_COOKIE >>> 16), 2);
  address.forEach((byte, i) => (value[4 + i] = byte ^ (mask[i] ?? 0)));
  return value;
}
