import type { NoticeBoard } from '../notices/notice-board';
import { endedNotice, sourceNotice } from '../notices/source-notices';
import type { Source, SourceEnd, SourceKind } from './source';
import type { OpenSource, SourcePanel } from './source-panel';

/** Puts chosen sources on: the newest one wins, and a failure leaves what was on. */
export class SourceChanges {
  #opening: OpenSource | undefined;

  /**
   * @param show - Opens a source and goes over to it.
   * @param openSample - Takes the place of what ends by itself.
   */
  constructor(
    private readonly panel: SourcePanel,
    private readonly notices: NoticeBoard,
    private readonly show: (open: OpenSource) => Promise<void>,
    private readonly openSample: OpenSource,
  ) {}

  /** Resolves to whether the sample is on. */
  playSample(): Promise<boolean> {
    return this.choose('sample', this.openSample);
  }

  /** Resolves to whether the source is on. */
  async choose(kind: SourceKind, open: OpenSource): Promise<boolean> {
    this.#opening = open;
    this.notices.clear('source');
    this.panel.wait(kind);
    const isOn = await this.#open(kind, open);
    if (this.#opening === open) this.panel.wait();
    return isOn;
  }

  /** A source ended by itself. */
  async replace({ kind }: Source, end: SourceEnd): Promise<void> {
    // Afterwards, since opening a source takes older messages away.
    if (await this.playSample()) this.notices.post('source', endedNotice(kind, end));
  }

  async #open(kind: SourceKind, open: OpenSource): Promise<boolean> {
    try {
      await this.show(open);
      return true;
    } catch (thrown) {
      const again = (): void => void this.choose(kind, open);
      this.notices.post('source', sourceNotice(thrown, again));
      return false;
    }
  }
}
