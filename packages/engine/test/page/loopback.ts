import type { FrameCounter } from './frame-counter';

/** A call with oneself, which counts the frames that it encodes: it goes on in a hidden page. */
export class Loopback implements FrameCounter {
  readonly #near = new RTCPeerConnection();
  readonly #far = new RTCPeerConnection();
  readonly #sender: RTCRtpSender;

  constructor(track: MediaStreamTrack) {
    this.#sender = this.#near.addTrack(track);
    this.#near.onicecandidate = ({ candidate }) => void this.#far.addIceCandidate(candidate);
    this.#far.onicecandidate = ({ candidate }) => void this.#near.addIceCandidate(candidate);
  }

  async open(): Promise<void> {
    await this.#near.setLocalDescription();
    if (this.#near.localDescription)
      await this.#far.setRemoteDescription(this.#near.localDescription);
    await this.#far.setLocalDescription();
    if (this.#far.localDescription)
      await this.#near.setRemoteDescription(this.#far.localDescription);
  }

  async count(): Promise<number> {
    for (const report of (await this.#sender.getStats()).values() as Iterable<RTCStats>) {
      if (report.type === 'outbound-rtp')
        return (report as RTCOutboundRtpStreamStats).framesEncoded ?? 0;
    }
    return 0;
  }

  close(): void {
    this.#near.close();
    this.#far.close();
  }
}
