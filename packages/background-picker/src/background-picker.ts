import { BackgroundChanges } from './background-changes';
import { pickedOf } from './background-choice';
import { BackgroundPanel } from './background-panel';
import { folderUrl } from './folder-url';
import { layOut } from './lay-out';
import type { PickedBackground } from './picked-background';
import type { BackgroundPickerOptions } from './picker-options';
import { PictureStore } from './picture-store';

/**
 * The controls with which a background is chosen: our pictures, the visitor's own, blur, a colour,
 * none. What is chosen is put in force; a failure leaves what was on, and is told.
 *
 * Its look comes from `@cyclorama/background-picker/picker.css`.
 */
export class BackgroundPicker {
  readonly #root: HTMLElement;
  readonly #pictures: PictureStore;
  readonly #panel: BackgroundPanel;
  readonly #changes: BackgroundChanges;

  /**
   * Chooses nothing yet: {@link choose} does.
   * @param host - Where the controls are put; what else is in it stays. Controls that the build put
   * there are taken as they are.
   */
  constructor(
    host: HTMLElement,
    { picturesUrl, set, onNotice, onChange }: BackgroundPickerOptions,
  ) {
    const folder = folderUrl(picturesUrl);
    this.#root = layOut(host, folder);
    this.#pictures = new PictureStore(folder);
    this.#panel = new BackgroundPanel(this.#root, this.#pictures, (choice) => {
      void this.#changes.choose(choice);
    });
    this.#changes = new BackgroundChanges(this.#panel, {
      set,
      onNotice,
      onChange: (choice) => onChange?.(pickedOf(choice)),
    });
  }

  /** What is in force; a plain colour until something was chosen. */
  get on(): PickedBackground {
    return pickedOf(this.#panel.on);
  }

  /**
   * Chooses what was remembered, or {@link DEFAULT_BACKGROUND}. The visitor's own picture is found
   * again where this browser kept it; where it is not to be had the default one stands in for it.
   * What comes of it is told by `onChange` or `onNotice`.
   */
  async choose(picked: PickedBackground): Promise<void> {
    await this.#panel.select(picked);
  }

  /** Chooses a file of the visitor's that came another way, as dropped on the page. */
  take(file: File): void {
    this.#panel.take(file);
  }

  /**
   * Fetches all pictures, for when the network goes, and shows the visitor's own on its button. To be
   * called once the call or the page is up, from which it then takes nothing away.
   */
  async prepare(): Promise<void> {
    await Promise.all([this.#panel.recall(), this.#pictures.getAll()]);
  }

  /** The engine could not show what was on: a plain colour takes its place, and that is told. */
  async lose(error: unknown): Promise<void> {
    await this.#changes.lose(error);
  }

  /** Takes the controls away and tells nothing any more. What is in force stays so. */
  close(): void {
    this.#changes.close();
    this.#root.remove();
  }
}
