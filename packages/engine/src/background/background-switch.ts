import { WorkerLostError } from '../errors';
import type { Background } from '../options';
import type { ComputeClient } from '../worker/compute-client';
import type { SinkClient } from '../worker/sink-client';
import { closeBackground, copyBackground, loadBackground } from './load-background';
import type { LoadedBackground } from './loaded-background';

/** Who has to know of the background, as far as they are there yet. */
interface BackgroundTargets {
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
  #loading = new AbortController();
  #turn: Promise<unknown> = Promise.resolve();
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
    this.#loading.abort();
    this.#loading = new AbortController();
    const { signal } = this.#loading;
    // The load begins before anything is awaited: the caller may close its bitmap after the call.
    const loading = loadBackground(background, signal);
    const left = background.type === 'image' ? this.#inTurn(() => this.#leaveNone()) : undefined;
    try {
      const [loaded] = await Promise.all([loading, left]);
      const { taken } = await this.#inTurn(() => this.#install(loaded, ticket));
      await taken;
    } catch (thrown) {
      await left?.catch(() => undefined);
      if (!signal.aborted) throw thrown;
    }
  }

  /** Gives the background in force to a computing worker that has none yet. */
  async furnish(compute: ComputeClient): Promise<void> {
    const { taken } = await this.#inTurn(() => this.#give(compute));
    await taken;
  }

  /** Shows the background in force in a sink that is there from now on. */
  furnishSink(sink: Pick<SinkClient, 'hold'>): void {
    const taken = this.#inTurn(async () => sink.hold(await copyBackground(this.#current)));
    taken.catch(() => undefined); // Of a sink that is lost its client tells.
  }

  /** Closes the picture in force; what still loads is closed when it comes. */
  close(): void {
    this.#closed = true;
    this.#loading.abort();
    void this.#inTurn(async () => closeBackground(this.#current));
  }

  // One at a time: the workers must hear of epochs in their order, and whether `none` is in force is
  // known only when all changes before are done.
  #inTurn<T>(step: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(step);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #leaveNone(): Promise<void> {
    if (this.#current.type !== 'none' || this.#closed) return;
    await this.#replace({ type: 'color', color: this.holdingColor });
  }

  async #install(loaded: LoadedBackground, ticket: number): Promise<Taken> {
    if (ticket === this.#lastTicket && !this.#closed) return this.#replace(loaded);
    closeBackground(loaded);
    return NOTHING_TO_TAKE;
  }

  async #replace(loaded: LoadedBackground): Promise<Taken> {
    const { sink, compute } = this.targets();
    const before = this.#current;
    this.#epoch++;
    this.#current = loaded;
    if (before.type === 'none') await sink?.refuseBefore(this.#epoch);
    await sink?.hold(await copyBackground(loaded));
    closeBackground(before);
    return compute ? this.#give(compute) : NOTHING_TO_TAKE;
  }

  async #give(compute: ComputeClient): Promise<Taken> {
    const taken = compute.setBackground(await copyBackground(this.#current), this.#epoch);
    // A worker that is lost meanwhile does not matter: the next is furnished with what is in force.
    return { taken: taken.catch(ignoreLost) };
  }
}

/** What is still to be awaited outside the turn: a worker that hangs must not stop the next one. */
interface Taken {
  readonly taken: Promise<void>;
}

const NOTHING_TO_TAKE: Taken = { taken: Promise.resolve() };

function ignoreLost(thrown: unknown): void {
  if (!(thrown instanceof WorkerLostError)) throw thrown;
}
