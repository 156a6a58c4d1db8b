import { openLibopus } from '../audio/libopus';
import type { OpenCodec } from '../audio/opus-codec';
import type { TransportServer } from '../transport/transport';
import type { MediaCounters } from './media-counters';
import type { MediaFigures, MediaRoom, MediaServer } from './media-room';
import { MediaTimer } from './media-timer';
import { Room } from './room';
import type { DueTick } from './tick-schedule';

const REPORT_INTERVAL_MS = 1000;

class RoutingServer implements MediaServer {
  readonly #rooms = new Set<Room>();
  readonly #counters: MediaCounters = {
    peers: 0,
    packetsIn: 0,
    packetsOut: 0,
    packetsLost: 0,
    nacksAnswered: 0,
  };
  readonly #timer = new MediaTimer((due, nowMs) => this.#tick(due, nowMs));
  #reportedMs = 0;

  constructor(
    private readonly transports: TransportServer,
    private readonly openCodec: OpenCodec,
  ) {}

  openRoom(): MediaRoom {
    const room = new Room({
      transports: this.transports,
      openCodec: this.openCodec,
      counters: this.#counters,
      changed: () => this.#startOrStop(),
      closed: (one) => void this.#rooms.delete(one),
    });
    this.#rooms.add(room);
    return room;
  }

  figures(): MediaFigures {
    return { ...this.#counters };
  }

  async close(): Promise<void> {
    for (const room of this.#rooms) room.close();
    this.#timer.stop();
  }

  #startOrStop(): void {
    if (this.#counters.peers > 0) this.#timer.start();
    else this.#timer.stop();
  }

  #tick({ skipped }: DueTick, nowMs: number): void {
    const isReportDue = nowMs - this.#reportedMs >= REPORT_INTERVAL_MS;
    if (isReportDue) this.#reportedMs = nowMs;
    for (const room of this.#rooms) {
      if (skipped > 0) room.skip(skipped);
      room.tick(nowMs);
      if (isReportDue) room.report(nowMs);
    }
  }
}

/**
 * The media of all meetings, over transports that stay the caller's: `close()` ends the rooms and
 * their peers, and nothing of the port.
 *
 * @param openCodec - For voices that are mixed.
 */
export function createMediaServer(
  transports: TransportServer,
  openCodec: OpenCodec = openLibopus,
): MediaServer {
  return new RoutingServer(transports, openCodec);
}
