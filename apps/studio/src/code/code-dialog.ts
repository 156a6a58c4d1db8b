import { CopyButton } from '../page/copy-button';
import { element } from '../page/element';
import { highlight } from './highlight';

/** The dialog that shows the code for what is set right now. Focus and Esc are the browser's. */
export class CodeDialog {
  readonly #dialog = element('code-dialog', HTMLDialogElement);
  readonly #code = element('code', HTMLElement);
  readonly #copy: CopyButton;

  /** @param code - The code for what is set now. */
  constructor(private readonly code: () => string) {
    const copy = element('copy-code', HTMLButtonElement);
    this.#copy = new CopyButton(copy, code, () => this.#select());
    element('close-code', HTMLButtonElement).addEventListener('click', () => this.#dialog.close());
    element('show-code', HTMLButtonElement).addEventListener('click', () => {
      this.#dialog.showModal();
      this.refresh();
    });
  }

  /** Shows what the code is now, where it is to be seen. */
  refresh(): void {
    const code = this.code();
    // What is the same stays, and with it what the visitor may have selected.
    if (!this.#dialog.open || this.#code.textContent === code) return;
    this.#code.replaceChildren(...highlight(code));
  }

  /** Where the page may not copy. A message would lie behind the dialog. */
  #select(): void {
    getSelection()?.selectAllChildren(this.#code);
    this.#copy.say('Selected');
  }
}
