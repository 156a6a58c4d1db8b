import { createCipheriv, createSecretKey, type KeyObject } from 'node:crypto';

/** What two ends agree on in a DTLS handshake (RFC 5764, section 4.1.2; RFC 7714, section 14.2). */
export type SrtpProfile = 'AEAD_AES_128_GCM' | 'AES128_CM_HMAC_SHA1_80';

/** For one direction. */
export interface MasterKey {
  readonly key: Buffer;
  readonly salt: Buffer;
}

/** What one direction of RTP, or of RTCP, is encrypted with. */
export interface SessionKeys {
  readonly cipherKey: KeyObject;
  readonly salt: Buffer;
  /** Not used by GCM. */
  readonly authKey: KeyObject;
}

export const KEY_BYTES = 16;

/** Of master salts and of session salts. */
export const SALT_BYTES: Readonly<Record<SrtpProfile, number>> = {
  AEAD_AES_128_GCM: 12,
  AES128_CM_HMAC_SHA1_80: 14,
};

const AUTH_KEY_BYTES = 20;

/** Each kind has three labels in a row: of the key, the authentication key and the salt. */
const FIRST_LABEL = { rtp: 0, rtcp: 3 } as const;

/** The pseudorandom function of RFC 3711, section 4.3.3: AES in counter mode over zeros. */
function derive({ key, salt }: MasterKey, label: number, bytes: number): Buffer {
  const iv = Buffer.alloc(16);
  salt.copy(iv);
  iv.writeUInt8(iv.readUInt8(7) ^ label, 7);
  return createCipheriv('aes-128-ctr', key, iv).update(Buffer.alloc(bytes));
}

/** At a key derivation rate of 0: once for all (RFC 3711, section 4.3.1). */
export function deriveSessionKeys(
  master: MasterKey,
  kind: keyof typeof FIRST_LABEL,
  profile: SrtpProfile,
): SessionKeys {
  const label = FIRST_LABEL[kind];
  return {
    cipherKey: createSecretKey(derive(master, label, KEY_BYTES)),
    authKey: createSecretKey(derive(master, label + 1, AUTH_KEY_BYTES)),
    salt: derive(master, label + 2, SALT_BYTES[profile]),
  };
}
