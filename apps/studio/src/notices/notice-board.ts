import { element } from '../page/element';
import type { Notice } from './notice';

interface ShownNotice {
  readonly notice: Notice;
  readonly box: HTMLElement;
}

/** Messages over the page. They stay until they are closed or no longer true. */
export class NoticeBoard {
  readonly #board = element('notices', HTMLElement);
  /** In the order in which they came. */
  readonly #shown = new Map<string, ShownNotice>();
  /** What had the keyboard before a message had it. */
  #former: HTMLElement | undefined;

  constructor() {
    this.#board.addEventListener('focusin', ({ relatedTarget: from }) => {
      const isOutside = from instanceof HTMLElement && !this.#board.contains(from);
      if (isOutside) this.#former = from;
    });
    document.addEventListener('keydown', (event) => this.#closeByKey(event));
  }

  /**
   * Shows a message.
   * @param topic - What it is about: a new message takes the place of the old one of its topic.
   */
  post(topic: string, notice: Notice): void {
    this.clear(topic);
    if (notice.detail !== undefined) console.info(notice.title, notice.detail);
    const box = this.#box(topic, notice);
    this.#shown.set(topic, { box, notice });
    this.#board.append(box);
  }

  /** Takes away the message of a topic, if there is one. */
  clear(topic: string): void {
    const box = this.#shown.get(topic)?.box;
    this.#shown.delete(topic);
    const hadKeyboard = box?.contains(document.activeElement) === true;
    box?.remove();
    if (hadKeyboard) this.#former?.focus();
  }

  #closeByKey({ key, defaultPrevented }: KeyboardEvent): void {
    // An open dialog is closed by the same key.
    if (key !== 'Escape' || defaultPrevented || document.querySelector(':modal')) return;
    const newest = [...this.#shown].findLast(([, { notice }]) => !notice.stays);
    if (newest) this.clear(newest[0]);
  }

  #box(topic: string, notice: Notice): HTMLElement {
    const box = document.createElement('div');
    box.className = 'notice';
    box.role = 'alert';
    box.append(textOf(notice), this.#actions(topic, notice));
    return box;
  }

  #actions(topic: string, { action, stays }: Notice): HTMLElement {
    const made = document.createElement('div');
    made.className = 'notice-actions';
    if (action) {
      const act = (): void => {
        this.clear(topic);
        action.run();
      };
      made.append(button(action.label, act));
    }
    if (!stays) made.append(button('Close', () => this.clear(topic)));
    return made;
  }
}

function textOf({ title, remedy, text }: Notice): HTMLElement {
  const made = document.createElement('div');
  made.className = 'notice-text';
  made.append(paragraph('notice-title', title), paragraph('notice-remedy', remedy));
  if (text !== undefined) made.append(fieldWith(text));
  return made;
}

function fieldWith(text: string): HTMLInputElement {
  const field = document.createElement('input');
  field.className = 'notice-copy';
  field.readOnly = true;
  field.value = text;
  field.ariaLabel = 'To be copied';
  field.addEventListener('focus', () => field.select());
  return field;
}

function paragraph(className: string, text: string): HTMLElement {
  const made = document.createElement('p');
  made.className = className;
  made.textContent = text;
  return made;
}

function button(label: string, onPress: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  made.addEventListener('click', onPress);
  return made;
}
