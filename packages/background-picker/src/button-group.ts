/** Buttons of which one is pressed, named by a data attribute: `data-source="camera"`. */
export class ButtonGroup<Name extends string> {
  readonly #buttons: readonly HTMLButtonElement[];

  constructor(
    group: HTMLElement,
    readonly attribute: 'source' | 'background',
    isName: (name: string) => name is Name,
    onPress: (name: Name) => void,
  ) {
    this.#buttons = [...group.querySelectorAll('button')];
    group.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null;
      const name = button?.dataset[attribute];
      if (name !== undefined && isName(name)) onPress(name);
    });
  }

  /** Shows which one is on. */
  press(name: Name): void {
    for (const button of this.#buttons) {
      button.ariaPressed = String(button.dataset[this.attribute] === name);
    }
  }

  /** Shows which one is being worked on; none without a name. */
  wait(name?: Name): void {
    for (const button of this.#buttons) {
      button.ariaBusy = String(button.dataset[this.attribute] === name);
    }
  }
}
