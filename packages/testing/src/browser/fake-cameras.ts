import { FrameFeed, type FeedOptions } from './frame-feed';

/** A camera that something has opened by its id. */
export interface OpenedCamera {
  readonly deviceId: string;
  readonly feed: FrameFeed;
}

/**
 * Cameras in place of the browser's: `getUserMedia` opens those of the ids that there are, and refuses
 * others as a browser does.
 */
export class FakeCameras {
  /** In the order in which they were opened. */
  readonly opened: OpenedCamera[] = [];
  /** Whether the user allows it, who may come to do so. */
  areAllowed = true;
  readonly #original = navigator.mediaDevices.getUserMedia;

  /** @param cameras - What each shows, by its id. */
  constructor(private readonly cameras: Readonly<Record<string, FeedOptions>>) {
    navigator.mediaDevices.getUserMedia = async ({ video } = {}) => this.#open(idOf(video));
  }

  /** The one that was opened last. */
  get last(): FrameFeed {
    const last = this.opened.at(-1);
    if (!last) throw new Error('No camera was opened.');
    return last.feed;
  }

  /** Those whose light is on. */
  get on(): string[] {
    const live = this.opened.filter(({ feed }) => feed.track.readyState === 'live');
    return live.map(({ deviceId }) => deviceId);
  }

  /** Gives the browser's own cameras back. */
  restore(): void {
    navigator.mediaDevices.getUserMedia = this.#original;
    for (const { feed } of this.opened) feed.stop();
  }

  #open(deviceId: string): MediaStream {
    if (!this.areAllowed) throw new DOMException('not by the user', 'NotAllowedError');
    const options = this.cameras[deviceId];
    if (!options) throw new DOMException(`no camera ${deviceId}`, 'NotFoundError');
    const feed = new FrameFeed({ ...options, deviceId });
    this.opened.push({ deviceId, feed });
    return new MediaStream([feed.track]);
  }
}

/** The id that is asked for, as itself or exactly. */
function idOf(video: boolean | MediaTrackConstraints | undefined): string {
  const { deviceId } = typeof video === 'object' ? video : {};
  const wanted = typeof deviceId === 'object' && 'exact' in deviceId ? deviceId.exact : deviceId;
  return typeof wanted === 'string' ? wanted : '';
}
