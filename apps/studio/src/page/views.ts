import type { ProcessorState } from 'cyclorama';
import { element } from './element';

const STATES: Readonly<Record<ProcessorState, string>> = {
  idle: 'waiting',
  starting: 'starting',
  running: 'live',
  paused: 'the source sends nothing',
  failed: 'only the background can be shown',
  closed: 'ended',
};

/** The two views, before and after. */
export class Views {
  readonly #before = element('before', HTMLVideoElement);
  readonly #after = element('after', HTMLVideoElement);
  readonly #state = element('state', HTMLElement);

  showBefore(stream: MediaStream): void {
    this.#before.srcObject = stream;
  }

  showAfter(track: MediaStreamTrack): void {
    this.#after.srcObject = new MediaStream([track]);
  }

  showState(state: ProcessorState): void {
    this.#state.dataset['state'] = state;
    this.#state.textContent = STATES[state];
  }
}
