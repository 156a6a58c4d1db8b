import { rtpHeaderBytes } from '../../rtp/rtp-header';
import { createTransform } from './create-transform';
import { estimateIndex } from './packet-index';
import { ReplayWindow } from './replay-window';
import type { MasterKey, SrtpProfile } from './srtp-keys';
import { ENCRYPTED_FLAG, RTCP_CLEAR_BYTES, type SrtpTransform } from './srtp-transform';

/** So that a client cannot make the service keep a window for each of 2 to the 32 sources. */
export const MAX_SOURCES = 256;

/** Decrypts what is new, and remembers it if it is true. */
function accept(
  windows: Map<number, ReplayWindow>,
  ssrc: number,
  known: ReplayWindow | undefined,
  index: number,
  decrypt: () => Buffer | undefined,
): Buffer | undefined {
  if (index < 0 || (known ? !known.isNew(index) : windows.size >= MAX_SOURCES)) return undefined;
  const plain = decrypt();
  if (!plain) return undefined;
  const window = known ?? new ReplayWindow();
  if (!known) windows.set(ssrc, window);
  window.add(index);
  return plain;
}

/** Decrypts what comes from one client, each packet once. */
export class SrtpReceiver {
  readonly #transform: SrtpTransform;
  /** By source; a source is kept once a packet of it was true. */
  readonly #rtp = new Map<number, ReplayWindow>();
  readonly #rtcp = new Map<number, ReplayWindow>();

  constructor(profile: SrtpProfile, master: MasterKey) {
    this.#transform = createTransform(profile, master);
  }

  /** The plain packet, in the memory of the other. Undefined: malformed, forged or a replay. */
  unprotectRtp(packet: Buffer): Buffer | undefined {
    const headerBytes = rtpHeaderBytes(packet);
    if (headerBytes === undefined) return undefined;
    if (packet.length < headerBytes + this.#transform.rtpOverheadBytes) return undefined;
    const ssrc = packet.readUInt32BE(8);
    const window = this.#rtp.get(ssrc);
    const index = estimateIndex(window?.highest, packet.readUInt16BE(2));
    return accept(this.#rtp, ssrc, window, index, () =>
      this.#transform.unprotectRtp(packet, headerBytes, index),
    );
  }

  /** As `unprotectRtp`; packets that are signed and not encrypted are refused too. */
  unprotectRtcp(packet: Buffer): Buffer | undefined {
    const { rtcpOverheadBytes, rtcpIndexFromEnd } = this.#transform;
    if (packet.length < RTCP_CLEAR_BYTES + rtcpOverheadBytes) return undefined;
    const word = packet.readUInt32BE(packet.length - rtcpIndexFromEnd);
    const index = word - ENCRYPTED_FLAG;
    const ssrc = packet.readUInt32BE(4);
    return accept(this.#rtcp, ssrc, this.#rtcp.get(ssrc), index, () =>
      this.#transform.unprotectRtcp(packet, index),
    );
  }
}
