import { element } from '../page/element';

/** More than this nothing is late by, unless it stands still. */
const KEPT_MS = 1000;

/** What the video before showed. */
interface Seen {
  readonly atMs: number;
  readonly picture: ImageBitmap;
}

/**
 * The picture before, as late as the one after is. A mask that is laid over it then lies over the
 * frame of which it was made, and not over one to which the person has moved on.
 */
export class LatePicture {
  /** By how much, in milliseconds. */
  latencyMs = 0;
  readonly #before = element('before', HTMLVideoElement);
  readonly #after = element('after', HTMLVideoElement);
  readonly #canvas = element('before-late', HTMLCanvasElement);
  readonly #context = this.#canvas.getContext('2d');
  #seen: Seen[] = [];
  /** Changes when it goes on or off, and ends what was under way. */
  #turn = 0;
  #isOn = false;

  /** Off, nothing is drawn or kept, and the video itself is what is seen. */
  set isOn(isOn: boolean) {
    if (isOn === this.#isOn) return;
    this.#isOn = isOn;
    this.#turn++;
    this.#canvas.hidden = true;
    this.#forgetBefore(Infinity);
    if (!isOn) return;
    this.#watch(this.#before, (atMs) => void this.#keep(atMs));
    this.#watch(this.#after, (atMs) => this.#draw(atMs));
  }

  #watch(video: HTMLVideoElement, look: (atMs: number) => void): void {
    const turn = this.#turn;
    video.requestVideoFrameCallback((atMs) => {
      if (turn !== this.#turn) return;
      look(atMs);
      this.#watch(video, look);
    });
  }

  async #keep(atMs: number): Promise<void> {
    const turn = this.#turn;
    // A copy: a camera that is not given its frames back sends no more.
    const picture = await createImageBitmap(this.#before).catch(() => undefined);
    if (turn !== this.#turn) picture?.close();
    else if (picture) this.#seen.push({ atMs, picture });
    this.#forgetBefore(atMs - KEPT_MS);
  }

  #draw(atMs: number): void {
    const wantedMs = atMs - this.latencyMs;
    const distance = (seen: Seen): number => Math.abs(seen.atMs - wantedMs);
    const [nearest] = this.#seen.toSorted((one, other) => distance(one) - distance(other));
    if (!nearest) return;
    const { picture } = nearest;
    Object.assign(this.#canvas, { width: picture.width, height: picture.height, hidden: false });
    this.#context?.drawImage(picture, 0, 0);
    this.#forgetBefore(nearest.atMs);
  }

  #forgetBefore(atMs: number): void {
    for (const { picture } of this.#seen.filter((seen) => seen.atMs < atMs)) picture.close();
    this.#seen = this.#seen.filter((seen) => seen.atMs >= atMs);
  }
}
