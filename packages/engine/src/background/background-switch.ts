import { WorkerLostError } from '../errors';
import type { Background } from '../options';
import type { ComputeClient } from '../worker/compute-client';
import type { SinkClient } from '../worker/sink-client';
import { closeBackground, copyBackground, loadBackground } from './load-background';
import type { LoadedBackground } from './loaded-background';

/** Who has to know of the background, as far as they are there yet. */
export interface BackgroundTargets {
  readonly sink?: Pick<SinkClient, 'hold' | 'refuseBefore'> | undefined;
  readonly compute?: ComputeClient | undefined;
}

/**
 * Changes the background in the two workers so that no frame shows the room in between: the sink
 * learns first. Each change begins an epoch, and composites bear the epoch they were begun in.
 */
export class BackgroundSwitch {
  #current: LoadedBackground;
  #epoch = 0;
  #lastTicket = 0;
  #turn: Promise<void> = Promise.resolve();
  #closed = false;

  /**
   * @param holdingColor - Stands in while the first picture loads, and where it cannot be loaded.
   * @param targets - Asked at each change.
   */
  constructor(
    private readonly holdingColor: string,
    private readonly targets: () => BackgroundTargets,
  ) {
    this.#current = { type: 'color', color: holdingColor };
  }

  /**
   * Loads a background and puts it in force, unless a later change came first.
   * @throws BackgroundError when it cannot be loaded; then the one in force stays, but `none` gives
   *   way to the flat colour: who asked for another background no longer wants the room seen.
   */
  async change(background: Background): Promise<void> {
    const ticket = ++this.#lastTicket;
    if (this.#current.type === 'none' && background.type === 'image') {
      await this.#install({ type: 'color', color: this.holdingColor });
    }
    const loaded = await loadBackground(background);
    if (ticket === this.#lastTicket && !this.#closed) await this.#install(loaded);
    else closeBackground(loaded);
  }

  /** Gives the background in force to a computing worker that has none yet. */
  furnish(compute: ComputeClient): Promise<void> {
    return this.#inTurn(async () => {
      await compute.setBackground(await copyBackground(this.#current), this.#epoch);
    });
  }

  /** Closes the picture in force; what still loads is closed when it comes. */
  close(): void {
    this.#closed = true;
    closeBackground(this.#current);
  }

  #install(loaded: LoadedBackground): Promise<void> {
    return this.#inTurn(() => this.#replace(loaded));
  }

  // One at a time: the workers must hear of epochs in their order.
  #inTurn(step: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn.catch(() => undefined).then(step);
    return this.#turn;
  }

  async #replace(loaded: LoadedBackground): Promise<void> {
    const { sink, compute } = this.targets();
    const before = this.#current;
    const epoch = ++this.#epoch;
    this.#current = loaded;
    if (before.type === 'none') await sink?.refuseBefore(epoch);
    await sink?.hold(await copyBackground(loaded));
    // A worker that is lost meanwhile does not matter: the next is furnished with what is in force.
    await compute?.setBackground(await copyBackground(loaded), epoch).catch(ignoreLost);
    closeBackground(before);
  }
}

function ignoreLost(thrown: unknown): void {
  if (!(thrown instanceof WorkerLostError)) throw thrown;
}
