import { randomBytes } from 'node:crypto';
import { StunAttribute, StunType } from '../transport/stun/stun-message';
import { writeStun } from '../transport/stun/write-stun';
import type { IceCredentials } from '../transport/transport';

export interface CheckOptions {
  /** The service's. */
  readonly remote: IceCredentials;
  /** The client's. */
  readonly ufrag: string;
  readonly nominate?: boolean;
  readonly controlled?: boolean;
}

const PRIORITY = Buffer.from([0x6e, 0, 1, 0xff]);

/** A connectivity check as a full agent sends it (RFC 8445, section 7.1). */
export function writeCheck({ remote, ufrag, nominate = true, controlled }: CheckOptions): Buffer {
  const role = controlled ? StunAttribute.iceControlled : StunAttribute.iceControlling;
  return writeStun({
    type: StunType.bindingRequest,
    transactionId: randomBytes(12),
    attributes: [
      [StunAttribute.username, Buffer.from(`${remote.ufrag}:${ufrag}`)],
      [StunAttribute.priority, PRIORITY],
      [role, randomBytes(8)],
      ...(nominate ? ([[StunAttribute.useCandidate, Buffer.alloc(0)]] as const) : []),
    ],
    password: remote.password,
  });
}
