import { AesCmTransform } from './aes-cm-transform';
import { GcmTransform } from './gcm-transform';
import { deriveSessionKeys, type MasterKey, type SrtpProfile } from './srtp-keys';
import type { SrtpTransform } from './srtp-transform';

export function createTransform(profile: SrtpProfile, master: MasterKey): SrtpTransform {
  const keys = {
    rtp: deriveSessionKeys(master, 'rtp', profile),
    rtcp: deriveSessionKeys(master, 'rtcp', profile),
  };
  return profile === 'AEAD_AES_128_GCM' ? new GcmTransform(keys) : new AesCmTransform(keys);
}
