/** The page's buttons, and the line that tells what went wrong. */

export function find<T extends Element>(selector: string, kind: new () => T): T {
  const found = document.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`The page has no ${selector}.`);
}

function tell(thrown: unknown): void {
  const isError = thrown instanceof Error; // As a DOMException is too.
  find('#told', HTMLElement).textContent = isError ? `${thrown.name}: ${thrown.message}` : '';
}

/** What a button does from now on. While that is under way it can be pressed no second time. */
export function onClick(id: string, act: () => unknown): void {
  const button = find(`#${id}`, HTMLButtonElement);
  button.onclick = async () => {
    button.disabled = true;
    tell(undefined);
    try {
      await act();
    } catch (thrown) {
      tell(thrown);
    }
    showWhatCanBeDone();
  };
}

let isInCall = false;

/** In a call all can be pressed but Join; before and after it, Join alone. */
export function setInCall(inCall: boolean): void {
  isInCall = inCall;
  showWhatCanBeDone();
}

function showWhatCanBeDone(): void {
  for (const button of document.querySelectorAll('button')) {
    button.disabled = (button.id === 'join') === isInCall;
  }
}
