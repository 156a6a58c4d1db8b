import { CycloramaError, type ProcessorState } from 'cyclorama';
import { BackgroundChanges } from '../backgrounds/background-changes';
import { BackgroundPanel } from '../backgrounds/background-panel';
import type { PictureName } from '../backgrounds/background-name';
import { PictureStore } from '../backgrounds/picture-store';
import { FiguresPanel } from '../figures/figures-panel';
import { NoticeBoard } from '../notices/notice-board';
import { processorNotice } from '../notices/processor-notices';
import { endedNotice, sourceNotice } from '../notices/source-notices';
import { openSample } from '../sources/sample';
import type { Source, SourceEnd, SourceKind } from '../sources/source';
import { SourcePanel, type OpenSource } from '../sources/source-panel';
import { Studio, type StudioListener } from '../studio';
import { Views } from './views';

const FIRST: PictureName = 'stage';

/** Where the page gets what it shows by itself. */
export interface PageContent {
  readonly sample?: OpenSource;
  readonly pictures?: PictureStore;
}

/** The page: its panels, and what each of them asks the studio for. */
export class StudioPage {
  readonly #views = new Views();
  readonly #notices = new NoticeBoard();
  readonly #figures = new FiguresPanel();
  readonly #openSample: OpenSource;
  readonly #pictures: PictureStore;
  readonly #sources = new SourcePanel((kind, open) => void this.#show(kind, open));
  readonly #backgrounds: BackgroundPanel;
  readonly #changes: BackgroundChanges;
  readonly #studio: Studio;
  #opening: OpenSource | undefined;

  constructor({ sample = openSample, pictures = new PictureStore() }: PageContent = {}) {
    this.#openSample = sample;
    this.#pictures = pictures;
    this.#backgrounds = new BackgroundPanel(
      pictures,
      (choice) => void this.#changes.choose(choice),
    );
    this.#changes = new BackgroundChanges(this.#backgrounds, this.#notices, (background) =>
      this.#studio.setBackground(background),
    );
    const { color } = this.#backgrounds.on.settings;
    this.#studio = new Studio({ type: 'color', color }, this.#listener());
  }

  /** Plays the sample before the first picture: a visitor sees the point without a click. */
  async open(): Promise<void> {
    const first = this.#backgrounds.choice(FIRST);
    if (first) void this.#changes.choose(first);
    await this.#playSample();
  }

  /** Ends source and processor. */
  close(): void {
    this.#studio.close();
  }

  #listener(): StudioListener {
    return {
      onSource: (source) => this.#onSource(source),
      onOutput: (track) => this.#views.showAfter(track),
      onEnded: (source, end) => void this.#onEnded(source, end),
      onState: (state) => this.#onState(state),
      onStats: (stats) => this.#figures.show(stats),
      onError: (error) => this.#onError(error),
    };
  }

  #playSample(): Promise<boolean> {
    return this.#show('sample', this.#openSample);
  }

  /** Resolves to whether the source is on. */
  async #show(kind: SourceKind, open: OpenSource): Promise<boolean> {
    this.#opening = open;
    this.#notices.clear('source');
    this.#sources.wait(kind);
    const isOn = await this.#open(kind, open);
    if (this.#opening === open) this.#sources.wait();
    return isOn;
  }

  async #open(kind: SourceKind, open: OpenSource): Promise<boolean> {
    try {
      await this.#studio.show(open);
      return true;
    } catch (thrown) {
      const again = (): void => void this.#show(kind, open);
      this.#notices.post('source', sourceNotice(thrown, again));
      return false;
    }
  }

  #onSource(source: Source): void {
    this.#sources.show(source);
    this.#views.showBefore(source.stream);
  }

  async #onEnded({ kind }: Source, end: SourceEnd): Promise<void> {
    // Afterwards, since opening a source takes older messages away.
    if (await this.#playSample()) this.#notices.post('source', endedNotice(kind, end));
  }

  #onState(state: ProcessorState): void {
    this.#views.showState(state);
    if (state !== 'running') return;
    this.#notices.clear('processor');
    // Now that the page is up they take nothing away from it.
    void this.#pictures.getAll();
  }

  #onError(error: unknown): void {
    if (error instanceof CycloramaError && error.code === 'background') {
      void this.#changes.lose(error);
      return;
    }
    const again = (): void => void this.#studio.tryAgain();
    this.#notices.post('processor', processorNotice(error, again));
  }
}
