import { EventEmitter, once } from 'node:events';
import type { TransportListener } from '../transport/transport';

/** Keeps what a transport tells, and waits for it. */
export class TransportRecorder implements TransportListener {
  readonly rtpPackets: Buffer[] = [];
  readonly rtcpPackets: Buffer[] = [];
  readonly lostReasons: string[] = [];
  connections = 0;
  readonly #events = new EventEmitter();

  connected(): void {
    this.connections += 1;
    this.#events.emit('told');
  }

  lost(reason: string): void {
    this.lostReasons.push(reason);
    this.#events.emit('told');
  }

  rtp(packet: Buffer): void {
    this.rtpPackets.push(Buffer.from(packet));
    this.#events.emit('told');
  }

  rtcp(packet: Buffer): void {
    this.rtcpPackets.push(Buffer.from(packet));
    this.#events.emit('told');
  }

  /** Resolves once this holds. The test's own time limit ends it otherwise. */
  async until(condition: (recorder: this) => boolean): Promise<void> {
    while (!condition(this)) await once(this.#events, 'told');
  }
}
