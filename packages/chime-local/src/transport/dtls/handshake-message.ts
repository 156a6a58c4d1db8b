/** RFC 5246, section 7.4, and RFC 6347, section 4.3.2. */
export const HandshakeType = {
  clientHello: 1,
  helloVerifyRequest: 3,
  certificate: 11,
  certificateVerify: 15,
  clientKeyExchange: 16,
  finished: 20,
} as const;

export const HANDSHAKE_HEADER_BYTES = 12;

/** A whole message. */
export interface HandshakeMessage {
  readonly type: number;
  readonly sequence: number;
  readonly body: Buffer;
}

/** A part of a message (RFC 6347, section 4.2.2). */
export interface HandshakeFragment {
  readonly type: number;
  readonly sequence: number;
  /** Of the whole message's body. */
  readonly length: number;
  readonly offset: number;
  readonly part: Buffer;
}

function parseFragment(content: Buffer, at: number): HandshakeFragment | undefined {
  if (at + HANDSHAKE_HEADER_BYTES > content.length) return undefined;
  const length = content.readUIntBE(at + 1, 3);
  const offset = content.readUIntBE(at + 6, 3);
  const end = at + HANDSHAKE_HEADER_BYTES + content.readUIntBE(at + 9, 3);
  const part = content.subarray(at + HANDSHAKE_HEADER_BYTES, end);
  if (end > content.length || offset + part.length > length) return undefined;
  const type = content.readUInt8(at);
  return { type, sequence: content.readUInt16BE(at + 4), length, offset, part };
}

/** The fragments in a record, up to the first that is malformed. */
export function parseFragments(content: Buffer): HandshakeFragment[] {
  const fragments: HandshakeFragment[] = [];
  let at = 0;
  for (;;) {
    const fragment = parseFragment(content, at);
    if (!fragment) return fragments;
    fragments.push(fragment);
    at += HANDSHAKE_HEADER_BYTES + fragment.part.length;
  }
}

/** In one piece, which is how the transcript counts it. */
export function writeHandshake({ type, sequence, body }: HandshakeMessage): Buffer {
  const message = Buffer.alloc(HANDSHAKE_HEADER_BYTES + body.length);
  message.writeUInt8(type, 0);
  message.writeUIntBE(body.length, 1, 3);
  message.writeUInt16BE(sequence, 4);
  message.writeUIntBE(body.length, 9, 3);
  body.copy(message, HANDSHAKE_HEADER_BYTES);
  return message;
}
