import { BackgroundPanel, type BackgroundChoice } from '../backgrounds/background-panel';
import { pictureUrl } from '../backgrounds/background-name';
import { FiguresPanel } from '../figures/figures-panel';
import { NoticeBoard } from '../notices/notice-board';
import { backgroundNotice, processorNotice } from '../notices/processor-notices';
import { endedNotice, sourceNotice } from '../notices/source-notices';
import { openSample } from '../sources/sample';
import type { Source, SourceKind } from '../sources/source';
import { SourcePanel, type OpenSource } from '../sources/source-panel';
import { Studio } from '../studio';
import { newestOnly } from './newest-only';
import { Views } from './views';

const FIRST: BackgroundChoice = {
  name: 'stage',
  background: { type: 'image', image: pictureUrl('stage') },
};

/** The page: its panels, and what each of them asks the studio for. */
export class StudioPage {
  readonly #views = new Views();
  readonly #notices = new NoticeBoard();
  readonly #figures = new FiguresPanel();
  readonly #openSample: OpenSource;
  #opening: OpenSource | undefined;
  readonly #sources = new SourcePanel((kind, open) => void this.#show(kind, open));
  readonly #backgrounds = new BackgroundPanel(
    FIRST.name,
    newestOnly((choice) => this.#setBackground(choice)),
  );
  readonly #studio = new Studio(FIRST.background, {
    onSource: (source) => this.#onSource(source),
    onOutput: (track) => this.#views.showAfter(track),
    onEnded: (source) => this.#onEnded(source),
    onState: (state) => {
      this.#views.showState(state);
      if (state === 'running') this.#notices.clear('processor');
    },
    onStats: (stats) => this.#figures.show(stats),
    onError: (error) => this.#onError(error),
  });

  /** @param sample - Opens the clip that plays by itself. */
  constructor(sample: OpenSource = openSample) {
    this.#openSample = sample;
    this.#backgrounds.show(FIRST);
  }

  /** Plays the sample: a visitor sees the point without a click. */
  open(): Promise<void> {
    return this.#show('sample', this.#openSample);
  }

  /** Ends source and processor. */
  close(): void {
    this.#studio.close();
  }

  async #show(kind: SourceKind, open: OpenSource): Promise<void> {
    this.#opening = open;
    this.#sources.wait(kind);
    try {
      await this.#studio.show(open);
    } catch (thrown) {
      this.#notices.post('source', sourceNotice(thrown));
    }
    if (this.#opening === open) this.#sources.wait();
  }

  async #setBackground(choice: BackgroundChoice): Promise<void> {
    this.#backgrounds.wait(choice.name);
    try {
      await this.#studio.setBackground(choice.background);
      this.#backgrounds.show(choice);
      this.#notices.clear('background');
    } catch (thrown) {
      this.#notices.post('background', backgroundNotice(thrown, choice.file?.name));
    }
    this.#backgrounds.wait();
  }

  #onSource(source: Source): void {
    this.#notices.clear('source');
    this.#sources.show(source);
    this.#views.showBefore(source.stream);
  }

  #onEnded({ kind }: Source): void {
    // Afterwards, since a source that comes on takes older messages away.
    void this.open().then(() => this.#notices.post('source', endedNotice(kind)));
  }

  #onError(error: unknown): void {
    const again = (): void => void this.#studio.tryAgain();
    this.#notices.post('processor', processorNotice(error, again));
  }
}
