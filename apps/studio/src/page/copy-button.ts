/** How long a button says that it has copied. */
const SAID_MS = 2000;

/** A button that copies a text and says so in its own label, for the ear too. */
export class CopyButton {
  readonly #label: HTMLElement;
  readonly #rest: string;
  readonly #status = document.createElement('span');
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param text - What is to be copied now.
   * @param copyByHand - The browser does not let the page copy: offers another way.
   */
  constructor(
    private readonly button: HTMLButtonElement,
    private readonly text: () => string,
    private readonly copyByHand: (text: string) => void,
  ) {
    this.#label = button.querySelector('span') ?? button;
    this.#rest = this.#label.textContent;
    this.#status.className = 'unseen';
    this.#status.role = 'status';
    button.after(this.#status);
    button.addEventListener('click', () => void this.#copy());
  }

  /** Says a word for a while. */
  say(word: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#show(this.#rest, ''), SAID_MS);
    // The other words are shorter: the button's neighbours stay where they are.
    const width = `${this.button.getBoundingClientRect().width}px`;
    this.button.style.setProperty('min-inline-size', width);
    this.#show(word, word);
  }

  async #copy(): Promise<void> {
    const text = this.text();
    try {
      await navigator.clipboard.writeText(text);
      this.say('Copied');
    } catch {
      // Not allowed, or not there at all without https.
      this.copyByHand(text);
    }
  }

  #show(label: string, status: string): void {
    this.#label.textContent = label;
    this.#status.textContent = status;
  }
}
