import type { RemoteAddress } from '../udp/remote-address';
import { hasIntegrity, isFingerprintRight } from './stun-checksums';
import { StunAttribute, StunType, type StunMessage } from './stun-message';
import { writeStun } from './write-stun';
import { xorMappedAddress } from './xor-address';

/** What comes of a connectivity check (RFC 8445, section 7.3). */
export interface BindingAnswer {
  /** Absent: it gets none. */
  readonly response?: Buffer;
  /** Whoever sent it knows the password, and the check succeeded. */
  readonly valid: boolean;
  /** With USE-CANDIDATE: what is sent goes this way from now on. */
  readonly nominated: boolean;
}

const IGNORED: BindingAnswer = { valid: false, nominated: false };

const UNDERSTOOD: ReadonlySet<number> = new Set(Object.values(StunAttribute));

/** The user fragment of ours that a check is for. Undefined: not a check. */
export function localUfrag(message: StunMessage): string | undefined {
  if (message.type !== StunType.bindingRequest) return undefined;
  const username = message.attributes.get(StunAttribute.username);
  const end = username?.indexOf(':') ?? -1;
  return end > 0 ? username?.toString('latin1', 0, end) : undefined;
}

/** Without a reason phrase, so that an answer is never longer than what it answers. */
function errorCode(code: number): readonly [number, Buffer] {
  return [StunAttribute.errorCode, Buffer.from([0, 0, Math.floor(code / 100), code % 100])];
}

function refuse({ transactionId }: StunMessage, code: number): BindingAnswer {
  const attributes = [errorCode(code)];
  const response = writeStun({ type: StunType.bindingError, transactionId, attributes });
  return { response, valid: false, nominated: false };
}

/** Those that must be understood (below 0x8000) and are not. */
function unknownAttributes({ attributes }: StunMessage): number[] {
  return [...attributes.keys()].filter((type) => type < 0x8000 && !UNDERSTOOD.has(type));
}

function refuseUnknown(message: StunMessage, types: number[], password: string): BindingAnswer {
  const list = Buffer.alloc(types.length * 2);
  types.forEach((type, i) => list.writeUInt16BE(type, i * 2));
  const response = writeStun({
    type: StunType.bindingError,
    transactionId: message.transactionId,
    attributes: [errorCode(420), [StunAttribute.unknownAttributes, list]],
    password,
  });
  return { response, valid: false, nominated: false };
}

/** The lite agent never leads, so a client that thinks it does not lead either changes its role. */
function refuseRole({ transactionId }: StunMessage, password: string): BindingAnswer {
  const attributes = [errorCode(487)];
  const response = writeStun({ type: StunType.bindingError, transactionId, attributes, password });
  return { response, valid: false, nominated: false };
}

function accept(message: StunMessage, source: RemoteAddress, password: string): BindingAnswer {
  const { transactionId, attributes } = message;
  const mapped = xorMappedAddress(source, transactionId);
  const response = writeStun({
    type: StunType.bindingSuccess,
    transactionId,
    attributes: [[StunAttribute.xorMappedAddress, mapped]],
    password,
  });
  return { response, valid: true, nominated: attributes.has(StunAttribute.useCandidate) };
}

/** Answers a check whose user fragment is known, by the password that belongs to it. */
export function answerBinding(
  message: StunMessage,
  source: RemoteAddress,
  password: string,
): BindingAnswer {
  const { attributes } = message;
  if (!isFingerprintRight(message)) return IGNORED;
  if (!attributes.has(StunAttribute.messageIntegrity)) return refuse(message, 400);
  if (!hasIntegrity(message, password)) return refuse(message, 401);
  const unknown = unknownAttributes(message);
  if (unknown.length > 0) return refuseUnknown(message, unknown, password);
  if (attributes.has(StunAttribute.iceControlled)) return refuseRole(message, password);
  return accept(message, source, password);
}
