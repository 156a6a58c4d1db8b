import type { ProcessorState } from 'cyclorama';
import { element } from '../page/element';
import { Divider } from './divider';
import { LatePicture } from './late-picture';
import { isPageView, type PageView } from './page-view';

/** What is said below the picture: what the processor does, or why there is none. */
export type StageState = ProcessorState | 'unsupported' | 'no-source';

const STATES: Readonly<Record<StageState, string>> = {
  idle: 'waiting',
  starting: 'starting',
  running: 'live',
  paused: 'source is silent',
  failed: 'background only',
  closed: 'ended',
  unsupported: 'not supported here',
  'no-source': 'no source',
};

/** Who hears of the visitor's wishes. */
export interface StageListener {
  onView(view: PageView): void;
  /** @param percent - How much of the width is before, 0..100. */
  onDivider(percent: number): void;
}

/** The two pictures, before and after, in one frame, and how they are looked at. */
export class Stage {
  readonly #screen = element('screen', HTMLElement);
  readonly #before = element('before', HTMLVideoElement);
  readonly #after = element('after', HTMLVideoElement);
  readonly #state = element('state', HTMLElement);
  readonly #views = element('views', HTMLFieldSetElement);
  readonly #divider: Divider;
  readonly #late = new LatePicture();
  #view: PageView = 'compare';

  constructor(listener: StageListener) {
    this.#divider = new Divider((percent) => listener.onDivider(percent));
    this.#views.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement) || !isPageView(target.value)) return;
      this.view = target.value;
      listener.onView(target.value);
    });
  }

  get view(): PageView {
    return this.#view;
  }

  set view(view: PageView) {
    this.#view = view;
    this.#screen.dataset['view'] = view;
    this.#late.isOn = view === 'overlay';
    for (const radio of this.#views.querySelectorAll('input')) radio.checked = radio.value === view;
  }

  /** How much of the width is before, 0..100. */
  get divider(): number {
    return this.#divider.percent;
  }

  set divider(percent: number) {
    this.#divider.percent = percent;
  }

  /** How much later the picture after is than the one before. */
  set latencyMs(latencyMs: number) {
    this.#late.latencyMs = latencyMs;
  }

  showBefore(stream: MediaStream): void {
    this.#before.srcObject = stream;
  }

  showAfter(track: MediaStreamTrack): void {
    this.#after.srcObject = new MediaStream([track]);
  }

  showState(state: StageState): void {
    this.#state.dataset['state'] = state;
    this.#state.textContent = STATES[state];
  }
}
