import { DTLS_1_2 } from './dtls-record';

/** Version and random (RFC 6347, section 4.2.1). */
const BEFORE_SESSION_BYTES = 34;

/** Where the cookie's length stands. Undefined: the body ends before. */
function cookieOffset(body: Buffer): number | undefined {
  const sessionBytes = body[BEFORE_SESSION_BYTES];
  if (sessionBytes === undefined) return undefined;
  const at = BEFORE_SESSION_BYTES + 1 + sessionBytes;
  const cookieBytes = body[at];
  return cookieBytes !== undefined && at + 1 + cookieBytes <= body.length ? at : undefined;
}

/** Undefined: not a ClientHello. */
export function readCookie(body: Buffer): Buffer | undefined {
  const at = cookieOffset(body);
  return at === undefined ? undefined : body.subarray(at + 1, at + 1 + body.readUInt8(at));
}

/** The same without its cookie, as it was the first time. */
export function withoutCookie(body: Buffer): Buffer {
  const at = cookieOffset(body);
  if (at === undefined) return body;
  const rest = body.subarray(at + 1 + body.readUInt8(at));
  return Buffer.concat([body.subarray(0, at), Buffer.from([0]), rest]);
}

/** The body of a HelloVerifyRequest. */
export function helloVerifyRequest(cookie: Buffer): Buffer {
  const body = Buffer.alloc(3 + cookie.length);
  body.writeUInt16BE(DTLS_1_2, 0);
  body.writeUInt8(cookie.length, 2);
  cookie.copy(body, 3);
  return body;
}
