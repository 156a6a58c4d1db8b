/** Message types: method Binding and its class (RFC 8489, section 5). */
export const StunType = {
  bindingRequest: 0x0001,
  bindingSuccess: 0x0101,
  bindingError: 0x0111,
} as const;

/** Attributes that are understood (RFC 8489, section 14, and RFC 8445, section 16.1). */
export const StunAttribute = {
  username: 0x0006,
  messageIntegrity: 0x0008,
  errorCode: 0x0009,
  unknownAttributes: 0x000a,
  xorMappedAddress: 0x0020,
  priority: 0x0024,
  useCandidate: 0x0025,
  fingerprint: 0x8028,
  iceControlled: 0x8029,
  iceControlling: 0x802a,
} as const;

export const MAGIC_COOKIE = 0x2112a442;
export const STUN_HEADER_BYTES = 20;

export interface StunMessage {
  readonly type: number;
  readonly transactionId: Buffer;
  /** The first of each type, as views on the packet. */
  readonly attributes: ReadonlyMap<number, Buffer>;
  /** The whole message. */
  readonly packet: Buffer;
}

/** After MESSAGE-INTEGRITY only FINGERPRINT counts, since nothing protects the others. */
function counts(attributes: ReadonlyMap<number, Buffer>, type: number): boolean {
  if (attributes.has(type) || attributes.has(StunAttribute.fingerprint)) return false;
  return type === StunAttribute.fingerprint || !attributes.has(StunAttribute.messageIntegrity);
}

function parseAttributes(packet: Buffer): Map<number, Buffer> | undefined {
  const attributes = new Map<number, Buffer>();
  let at = STUN_HEADER_BYTES;
  while (at < packet.length) {
    const type = packet.readUInt16BE(at);
    const end = at + 4 + packet.readUInt16BE(at + 2);
    if (end > packet.length) return undefined;
    if (counts(attributes, type)) attributes.set(type, packet.subarray(at + 4, end));
    at = (end + 3) & ~3;
  }
  return attributes;
}

function isFramed(packet: Buffer): boolean {
  return (
    packet.length >= STUN_HEADER_BYTES &&
    packet.length % 4 === 0 &&
    packet.readUInt16BE(2) === packet.length - STUN_HEADER_BYTES &&
    packet.readUInt32BE(4) === MAGIC_COOKIE
  );
}

/** Undefined: not a STUN message. */
export function parseStun(packet: Buffer): StunMessage | undefined {
  if (!isFramed(packet)) return undefined;
  const attributes = parseAttributes(packet);
  if (!attributes) return undefined;
  return {
    type: packet.readUInt16BE(0),
    transactionId: packet.subarray(8, STUN_HEADER_BYTES),
    attributes,
    packet,
  };
}
