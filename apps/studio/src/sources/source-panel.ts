import { ButtonGroup } from '@cyclorama/background-picker';
import { element } from '../page/element';
import { adjustSource } from './adjust-source';
import { openCamera } from './camera';
import { CameraList } from './camera-list';
import { CaptureFields, type CaptureValues } from './capture-values';
import { openMovie } from './movie';
import { openSample } from './sample';
import { openScreen } from './screen';
import { isSourceKind, type Source, type SourceKind } from './source';

/** Opens a source when its turn has come. */
export type OpenSource = () => Promise<Source>;

/** The panel in which a source is chosen. */
export class SourcePanel {
  readonly #onChoice: (kind: SourceKind, open: OpenSource) => void;
  readonly #onChange: () => void;
  readonly #select = element('camera', HTMLSelectElement);
  readonly #cameras = new CameraList(this.#select);
  readonly #fields = new CaptureFields(() => void this.#adjust());
  readonly #movieFile = element('movie-file', HTMLInputElement);
  readonly #buttons: ButtonGroup<SourceKind>;
  #source: Source | undefined;
  #opening: SourceKind | undefined;
  /** What was chosen when the camera that is on was opened. */
  #inUse = '';

  /**
   * @param onChoice - Another source is asked for.
   * @param onChange - `values` are others, by the visitor's hand.
   */
  constructor(
    onChoice: (kind: SourceKind, open: OpenSource) => void,
    onChange: () => void = () => undefined,
  ) {
    this.#onChoice = onChoice;
    this.#onChange = onChange;
    const group = element('sources', HTMLElement);
    this.#buttons = new ButtonGroup(group, 'source', isSourceKind, (kind) => this.#choose(kind));
    this.#movieFile.addEventListener('change', () => this.#takeChosenMovie());
    this.#select.addEventListener('change', () => this.#changeCamera());
    void this.#cameras.refresh();
  }

  /** What is wished of cameras and screens. */
  get values(): CaptureValues {
    return { camera: this.#cameras.chosen, ...this.#fields.values };
  }

  /** Shows these wishes, for the next camera or screen that is opened. */
  restore(values: CaptureValues): void {
    this.#cameras.choose(values.camera);
    this.#fields.restore(values);
  }

  /** Shows which source is on. */
  show(source: Source): void {
    this.#source = source;
    this.#buttons.press(source.kind);
    element('source-name', HTMLElement).textContent = source.name;
    if (source.kind !== 'camera') return;
    this.#inUse = this.#cameras.chosen;
    void this.#cameras.refresh();
  }

  /** Shows that a source is being opened; none without a kind. */
  wait(kind?: SourceKind): void {
    this.#opening = kind;
    this.#buttons.wait(kind);
    if (!kind && this.#source?.kind === 'camera') this.#returnToCamera(this.#inUse);
  }

  /** Asks for a movie of the visitor's. */
  takeMovie(file: File): void {
    this.#onChoice('movie', () => openMovie(file));
  }

  #choose(kind: SourceKind): void {
    if (kind === 'movie') {
      this.#movieFile.click();
      return;
    }
    const { values } = this;
    const ways = {
      sample: openSample,
      camera: () => openCamera(values),
      screen: () => openScreen(values),
    };
    this.#onChoice(kind, () => ways[kind]());
  }

  #changeCamera(): void {
    this.#onChange();
    const { kind } = this.#source ?? {};
    if ((this.#opening ?? kind) === 'camera') this.#choose('camera');
  }

  /** Another camera that could not be opened leaves the one that was on. */
  #returnToCamera(deviceId: string): void {
    if (this.#cameras.chosen === deviceId) return;
    this.#cameras.choose(deviceId);
    this.#onChange();
  }

  async #adjust(): Promise<void> {
    this.#onChange();
    const source = this.#source;
    if (!source || (await adjustSource(source, this.values))) return;
    if (source === this.#source && source.kind === 'camera') this.#choose('camera');
  }

  #takeChosenMovie(): void {
    const [file] = this.#movieFile.files ?? [];
    // The same file may be chosen again.
    this.#movieFile.value = '';
    if (file) this.takeMovie(file);
  }
}
