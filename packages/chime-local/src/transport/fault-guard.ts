import type { TransportListener } from './transport';

/** A client that finds a fault can repeat it at will. */
const TELL_EVERY_MS = 1000;

const warn = (line: string): void => process.emitWarning(line, 'ChimeLocal');

/** Lets no fault of ours end the process: what it came of is dropped, and it is told of. */
export class FaultGuard {
  #toldMs = -Infinity;

  constructor(private readonly log: (line: string) => void = warn) {}

  run(action: () => void): void {
    try {
      action();
    } catch (error) {
      this.#tell(error);
    }
  }

  #tell(error: unknown): void {
    const nowMs = performance.now();
    if (nowMs - this.#toldMs < TELL_EVERY_MS) return;
    this.#toldMs = nowMs;
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.log(`A packet was dropped, since something is wrong in the service: ${what}`);
  }
}

/** The same, where a fault could not end the caller. */
export function guardListener(listener: TransportListener, guard: FaultGuard): TransportListener {
  return {
    connected: () => guard.run(() => listener.connected()),
    lost: (reason) => guard.run(() => listener.lost(reason)),
    rtp: (packet) => guard.run(() => listener.rtp(packet)),
    rtcp: (packet) => guard.run(() => listener.rtcp(packet)),
  };
}
