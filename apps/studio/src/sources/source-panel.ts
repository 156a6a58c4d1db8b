import { ButtonGroup } from '../page/button-group';
import { element } from '../page/element';
import { openCamera } from './camera';
import { CameraList } from './camera-list';
import { openMovie } from './movie';
import { openSample } from './sample';
import { openScreen } from './screen';
import { isSourceKind, type Source, type SourceKind } from './source';

/** Opens a source when its turn has come. */
export type OpenSource = () => Promise<Source>;

/** The panel in which a source is chosen. */
export class SourcePanel {
  readonly #onChoice: (kind: SourceKind, open: OpenSource) => void;
  readonly #cameras = new CameraList(
    element('camera', HTMLSelectElement),
    element('camera-field', HTMLElement),
  );
  readonly #movieFile = element('movie-file', HTMLInputElement);
  readonly #buttons: ButtonGroup<SourceKind>;
  #shown: SourceKind | undefined;

  constructor(onChoice: (kind: SourceKind, open: OpenSource) => void) {
    this.#onChoice = onChoice;
    const group = element('sources', HTMLElement);
    this.#buttons = new ButtonGroup(group, 'source', isSourceKind, (kind) => this.#choose(kind));
    this.#movieFile.addEventListener('change', () => this.#takeMovie());
    element('camera', HTMLSelectElement).addEventListener('change', () => {
      if (this.#shown === 'camera') this.#choose('camera');
    });
    void this.#cameras.refresh();
  }

  /** Shows which source is on. */
  show(source: Source): void {
    this.#shown = source.kind;
    this.#buttons.press(source.kind);
    element('source-name', HTMLElement).textContent = source.name;
    if (source.kind === 'camera') void this.#showCamera(source);
  }

  /** Shows that a source is being opened; none without a kind. */
  wait(kind?: SourceKind): void {
    this.#buttons.wait(kind);
  }

  #choose(kind: SourceKind): void {
    if (kind === 'movie') {
      this.#movieFile.click();
      return;
    }
    const { chosen } = this.#cameras;
    const ways = { sample: openSample, camera: () => openCamera(chosen), screen: openScreen };
    this.#onChoice(kind, () => ways[kind]());
  }

  #takeMovie(): void {
    const [file] = this.#movieFile.files ?? [];
    // The same file may be chosen again.
    this.#movieFile.value = '';
    if (file) this.#onChoice('movie', () => openMovie(file));
  }

  async #showCamera(source: Source): Promise<void> {
    await this.#cameras.refresh();
    this.#cameras.choose(source.track.getSettings().deviceId ?? '');
  }
}
