import {
  BackgroundProcessor,
  type Background,
  type PathChoice,
  type ProcessorEvents,
  type View,
} from 'cyclorama';
import type { EngineModel } from './model/engine-model';
import type { Source, SourceEnd } from './sources/source';

/** What the page is told. */
export interface StudioListener extends StudioEvents {
  /** Another source is on. */
  onSource(source: Source): void;
  /** Another output track is to be shown. */
  onOutput(track: MediaStreamTrack): void;
  /** The source ended by itself: unplugged, no longer shared, broken in the middle. */
  onEnded(source: Source, end: SourceEnd): void;
}

/** What is passed on from the processor. */
export interface StudioEvents {
  onState(state: ProcessorEvents['state']): void;
  onStats(stats: ProcessorEvents['stats']): void;
  onError(error: unknown): void;
}

/** What is on: one source, one background, one model, and the processor between them. */
export class Studio {
  readonly #listener: StudioListener;
  #background: Background;
  #model: EngineModel = { segmenter: 'selfie', model: 'auto' };
  #modelOn = this.#model;
  #view: View = 'composite';
  #path: PathChoice = 'auto';
  #processor: BackgroundProcessor | undefined;
  #source: Source | undefined;
  #turn = 0;

  constructor(background: Background, listener: StudioListener) {
    this.#background = background;
    this.#listener = listener;
  }

  /**
   * Goes over to another source. Of several that are being opened the last one asked for wins.
   * @throws What `open` throws; the source that was on stays on.
   */
  async show(open: () => Promise<Source>): Promise<void> {
    const source = await this.#openInTurn(open);
    if (!source) return;
    const former = this.#source;
    this.#source = source;
    void source.ended.then((end) => this.#onEnded(source, end));
    this.#listener.onSource(source);
    await this.#process(source);
    former?.stop();
  }

  /**
   * Changes the background.
   * @throws BackgroundError where it cannot be loaded; the background that was on stays on.
   */
  async setBackground(background: Background): Promise<void> {
    const before = this.#background;
    // At once: a processor that takes the place of this one meanwhile is made with it.
    this.#background = background;
    try {
      if (this.#isOpen()) await this.#processor?.update({ background });
    } catch (thrown) {
      if (this.#background === background) this.#background = before;
      throw thrown;
    }
  }

  /**
   * Changes what finds the person. Until it is loaded the former one works on.
   * @throws ModelLoadError where it cannot be loaded; the model that was on stays on.
   */
  async setModel(model: EngineModel): Promise<void> {
    const processor = this.#processor;
    // At once, as with the background.
    this.#model = model;
    try {
      if (this.#isOpen()) await processor?.update(model);
      if (this.#model === model) this.#modelOn = model;
    } catch (thrown) {
      // Another processor was made with it meanwhile, and tells by itself what becomes of it.
      if (processor !== this.#processor) return;
      if (this.#model === model) this.#model = this.#modelOn;
      throw thrown;
    }
  }

  /** Shows the composite, or the matte by itself. */
  async setView(view: View): Promise<void> {
    this.#view = view;
    if (this.#isOpen()) await this.#processor?.update({ view });
  }

  /** Goes over to another path, which takes another processor and gives another output. */
  async setPath(path: PathChoice): Promise<void> {
    if (path === this.#path) return;
    this.#path = path;
    this.#processor?.close();
    if (this.#source) await this.#process(this.#source);
  }

  /** After a failure: once more with the same source. */
  async tryAgain(): Promise<void> {
    if (this.#source) await this.#process(this.#source);
  }

  /** Ends source and processor. */
  close(): void {
    this.#turn++;
    this.#processor?.close();
    this.#source?.stop();
  }

  /** Opens a source; gives none, and no error either, when another one was asked for meanwhile. */
  async #openInTurn(open: () => Promise<Source>): Promise<Source | undefined> {
    const turn = ++this.#turn;
    try {
      const source = await open();
      if (turn === this.#turn) return source;
      source.stop();
    } catch (thrown) {
      if (turn === this.#turn) throw thrown;
    }
    return undefined;
  }

  #isOpen(): boolean {
    return this.#processor !== undefined && this.#processor.state !== 'closed';
  }

  async #process({ track }: Source): Promise<void> {
    try {
      if (this.#isOpen()) await this.#processor?.restart(track);
      else await this.#start(track);
    } catch (thrown) {
      this.#listener.onError(thrown);
    }
  }

  async #start(track: MediaStreamTrack): Promise<void> {
    const processor = new BackgroundProcessor({
      background: this.#background,
      ...this.#model,
      view: this.#view,
      path: this.#path,
    });
    this.#processor = processor;
    // What a former processor still says is no longer of interest.
    const isOn = (): boolean => processor === this.#processor;
    this.#listen(processor, isOn);
    try {
      const output = await processor.start(track);
      if (isOn()) this.#listener.onOutput(output);
    } catch (thrown) {
      if (isOn()) throw thrown;
    }
  }

  #listen(processor: BackgroundProcessor, isOn: () => boolean): void {
    processor.on('state', (state) => isOn() && this.#listener.onState(state));
    processor.on('stats', (stats) => isOn() && this.#listener.onStats(stats));
    processor.on('error', (error) => isOn() && this.#listener.onError(error));
  }

  #onEnded(source: Source, end: SourceEnd): void {
    if (source === this.#source) this.#listener.onEnded(source, end);
  }
}
