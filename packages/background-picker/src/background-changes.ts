import type { Background } from 'cyclorama';
import type { BackgroundChoice } from './background-choice';
import { backgroundNotice, OWN_PICTURE_GONE } from './background-notices';
import type { BackgroundPanel } from './background-panel';
import { newestOnly } from './newest-only';
import type { BackgroundPickerOptions } from './picker-options';

/** Who hears of the changes. */
export interface ChangesListener extends Pick<BackgroundPickerOptions, 'set' | 'onNotice'> {
  /** What was chosen is in force; not told of what only stands in for it. */
  onChange(choice: BackgroundChoice): void;
}

/** Takes the listener's place when the picker is closed. */
const NOBODY: ChangesListener = {
  set: () => Promise.resolve(),
  onNotice: () => undefined,
  onChange: () => undefined,
};

/** What was chosen, and what came of loading it. */
interface Loaded {
  readonly choice: BackgroundChoice;
  readonly background: Background;
}

/** Puts chosen backgrounds in force: the newest one wins, and a failure leaves what was on. */
export class BackgroundChanges {
  #newest: BackgroundChoice | undefined;
  #stopgap: BackgroundChoice | undefined;
  /** Handed to the engine last; it may not be in force yet. */
  #handed: BackgroundChoice | undefined;
  readonly #offer = newestOnly<Loaded>((loaded) => this.#put(loaded));

  constructor(
    private readonly panel: BackgroundPanel,
    private listener: ChangesListener,
  ) {}

  /** Loads a background and puts it in force, unless another one is chosen meanwhile. */
  async choose(choice: BackgroundChoice): Promise<void> {
    this.#newest = choice;
    this.listener.onNotice(undefined);
    this.panel.wait(choice.name);
    try {
      if (choice.type === 'image') await this.#hideRoom();
      const background = await choice.load();
      if (this.#newest === choice) this.#hand({ choice, background });
    } catch (thrown) {
      this.#fail(choice, thrown);
    }
  }

  /** The engine could not show what was on. */
  async lose(thrown: unknown): Promise<void> {
    const lost = this.panel.on;
    this.#stopgap = this.panel.plainColor();
    await this.choose(this.#stopgap);
    this.#tell(lost, thrown, 'color');
  }

  /** Tells nobody any more, and hands nothing to the engine that is not there already. */
  close(): void {
    this.listener = NOBODY;
  }

  #hand(loaded: Loaded): void {
    this.#handed = loaded.choice;
    this.#offer(loaded);
  }

  async #put({ choice, background }: Loaded): Promise<void> {
    try {
      await this.listener.set(background);
      this.panel.show(choice);
      if (this.#newest === choice) this.#end(choice);
    } catch (thrown) {
      this.#fail(choice, thrown);
    }
  }

  #end(choice: BackgroundChoice): void {
    this.panel.wait();
    if (choice.isStandIn) this.listener.onNotice(OWN_PICTURE_GONE);
    else if (choice !== this.#stopgap) this.listener.onChange(choice);
  }

  /** Who chooses a picture no longer wants the room seen, however long the picture takes. */
  async #hideRoom(): Promise<void> {
    if ((this.#handed ?? this.panel.on).type !== 'none') return;
    const choice = this.panel.plainColor();
    this.#hand({ choice, background: await choice.load() });
  }

  #fail(choice: BackgroundChoice, thrown: unknown): void {
    if (this.#newest !== choice) return;
    this.panel.wait();
    this.panel.restore();
    this.#tell(choice, thrown, this.panel.on.name === 'color' ? 'color' : 'other');
  }

  #tell(choice: BackgroundChoice, thrown: unknown, instead: 'color' | 'other'): void {
    const again = (): void => void this.choose(choice);
    const { file } = choice;
    this.listener.onNotice(backgroundNotice({ thrown, file, instead, again }));
  }
}
