import { X509Certificate, createHash } from 'node:crypto';
import {
  CipherContext,
  HashAlgorithm,
  NamedCurveAlgorithm,
  SignatureAlgorithm,
  type SignatureHash,
} from 'werift';

/** What the service shows to all clients, made anew with each process: ECDSA on P-256. */
export interface DtlsCertificate {
  readonly certPem: string;
  readonly keyPem: string;
  readonly signatureHash: SignatureHash;
  /** As in SDP: `sha-256 AA:BB:…`. */
  readonly fingerprint: string;
}

/** Those of RFC 8122 that are still held to be safe, by their names in SDP and in Node. */
const HASHES: ReadonlyMap<string, string> = new Map([
  ['sha-256', 'sha256'],
  ['sha-384', 'sha384'],
  ['sha-512', 'sha512'],
]);

function hashCertificate(der: Buffer, hash: string): string {
  const digest = createHash(hash).update(der).digest('hex').toUpperCase();
  return digest.replaceAll(/..(?!$)/g, '$&:');
}

/** @param fingerprint - As in SDP, of any of the hashes. */
export function hasFingerprint(der: Buffer, fingerprint: string): boolean {
  const [name = '', value = ''] = fingerprint.trim().split(/\s+/);
  const hash = HASHES.get(name.toLowerCase());
  return hash !== undefined && hashCertificate(der, hash) === value.toUpperCase();
}

export async function createCertificate(): Promise<DtlsCertificate> {
  const made = await CipherContext.createSelfSignedCertificateWithKey(
    { signature: SignatureAlgorithm.ecdsa_3, hash: HashAlgorithm.sha256_4 },
    NamedCurveAlgorithm.secp256r1_23,
  );
  const der = new X509Certificate(made.certPem).raw;
  return { ...made, fingerprint: `sha-256 ${hashCertificate(der, 'sha256')}` };
}
