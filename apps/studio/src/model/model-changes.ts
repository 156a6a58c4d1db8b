import { modelNotice } from '../notices/model-notices';
import type { NoticeBoard } from '../notices/notice-board';
import { engineModel, type EngineModel } from './engine-model';
import type { ModelPanel } from './model-panel';
import { DEFAULT_MODEL, type ModelSettings } from './model-values';
import { hidesFacesOnly } from './presets';

const TOPIC = 'model';

/** Puts chosen models in force: the newest one wins, and a failure leaves what was on. */
export class ModelChanges {
  #newest: ModelSettings | undefined;

  /**
   * @param set - Hands a model to the engine.
   * @param onChange - What was chosen is in force.
   */
  constructor(
    private readonly panel: ModelPanel,
    private readonly notices: NoticeBoard,
    private readonly set: (model: EngineModel) => Promise<void>,
    private readonly onChange: (settings: ModelSettings) => void,
  ) {}

  /** Loads a model and puts it in force, unless another one is chosen meanwhile. */
  async choose(settings: ModelSettings): Promise<void> {
    this.#newest = settings;
    this.notices.clear(TOPIC);
    try {
      if (!hidesFacesOnly(settings)) await this.#hideRoom();
      if (this.#newest === settings) await this.#put(settings);
    } catch (thrown) {
      this.#fail(settings, thrown);
    }
  }

  /** Puts in force what is built in, where another model cannot be had. */
  useSelfie(): Promise<void> {
    const { preset } = DEFAULT_MODEL;
    return this.choose(this.panel.select({ ...this.panel.on, preset }));
  }

  async #put(settings: ModelSettings): Promise<void> {
    this.panel.wait(settings);
    await this.set(engineModel(settings));
    if (this.#newest !== settings) return;
    this.panel.show(settings);
    this.onChange(settings);
  }

  /** Who no longer hides the face alone does not want the room seen while another model loads. */
  async #hideRoom(): Promise<void> {
    const { on } = this.panel;
    if (!hidesFacesOnly(on)) return;
    const hidden = { ...on, parts: 'person' } as const;
    await this.set(engineModel(hidden));
    this.panel.show(hidden);
  }

  #fail(settings: ModelSettings, thrown: unknown): void {
    if (this.#newest !== settings) return;
    this.panel.restore();
    const ways = {
      useSelfie: () => void this.useSelfie(),
      again: () => void this.choose(this.panel.select(settings)),
    };
    this.notices.post(TOPIC, modelNotice(thrown, settings, ways));
  }
}
