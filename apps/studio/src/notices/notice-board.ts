import { element } from '../page/element';
import type { Notice } from './notice';

/** Messages at the top of the window, where no controls are. They stay until they are closed or no longer true. */
export class NoticeBoard {
  readonly #board = element('notices', HTMLElement);
  readonly #shown = new Map<string, HTMLElement>();

  /**
   * Shows a message.
   * @param topic - What it is about: a new message takes the place of the old one of its topic.
   */
  post(topic: string, notice: Notice): void {
    this.clear(topic);
    if (notice.detail !== undefined) console.info(notice.title, notice.detail);
    const box = this.#box(topic, notice);
    this.#shown.set(topic, box);
    this.#board.append(box);
  }

  /** Takes away the message of a topic, if there is one. */
  clear(topic: string): void {
    this.#shown.get(topic)?.remove();
    this.#shown.delete(topic);
  }

  #box(topic: string, notice: Notice): HTMLElement {
    const box = document.createElement('div');
    box.className = 'notice';
    box.role = 'alert';
    const { action } = notice;
    box.append(textOf(notice));
    if (action) {
      const act = (): void => {
        this.clear(topic);
        action.run();
      };
      box.append(button(action.label, act));
    }
    if (!notice.stays) box.append(button('Close', () => this.clear(topic)));
    return box;
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
