import { WorkerLostError } from '../errors';
import type { Background, LiveOptions, View } from '../options';
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
 * Changes background and view in the two workers so that no frame shows the room in between: the
 * sink learns first. Each change begins an epoch, and composites bear the epoch they were begun in.
 */
export class BackgroundSwitch {
  #current: LoadedBackground;
  /** What it was asked for as, or what comes first. */
  #inForce: Background;
  #wanted: Background;
  #view: View;
  /** In force once the change is through that asked for it. */
  #wantedView: View;
  #epoch = 0;
  #lastTicket = 0;
  #loading = new AbortController();
  #turn: Promise<unknown> = Promise.resolve();
  #closed = false;

  /**
   * @param holdingColor - Stands in while the first picture loads, and where it cannot be loaded.
   * @param first - Loaded by the first change alone.
   * @param view - The first one.
   * @param targets - Asked at each change.
   */
  constructor(
    private readonly holdingColor: string,
    first: Background,
    view: View,
    private readonly targets: () => BackgroundTargets,
  ) {
    this.#current = { type: 'color', color: holdingColor };
    this.#inForce = this.#wanted = first;
    this.#view = this.#wantedView = view;
  }

  /** What was asked for last; where that was refused what is in force since. */
  get background(): Background {
    return this.#wanted;
  }

  /** The view that was asked for last. */
  get view(): View {
    return this.#wantedView;
  }

  /** Another one comes first. */
  want(background: Background): void {
    this.#inForce = this.#wanted = background;
  }

  /**
   * Puts a background, a view or both together in force. A background is loaded first, and a later
   * one wins.
   * @throws BackgroundError when it cannot be loaded; then the one in force stays, but `none` gives
   *   way to the flat colour: who asked for another background no longer wants the room seen. The
   *   view changes all the same.
   */
  async change({ background, view = this.#wantedView }: LiveOptions): Promise<void> {
    this.#wantedView = view;
    await (background ? this.#changeBackground(background) : this.#changeView());
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

  async #changeBackground(background: Background): Promise<void> {
    const ticket = ++this.#lastTicket;
    this.#wanted = background;
    this.#loading.abort();
    this.#loading = new AbortController();
    const { signal } = this.#loading;
    // The load begins before anything is awaited: the caller may close its bitmap after the call.
    const loading = loadBackground(background, signal);
    const left = background.type === 'image' ? this.#inTurn(() => this.#leaveNone()) : undefined;
    try {
      const [loaded] = await Promise.all([loading, left]);
      const { taken } = await this.#inTurn(() => this.#install(loaded, ticket, background));
      await taken;
    } catch (thrown) {
      await left?.catch(() => undefined);
      if (signal.aborted) return;
      this.#refuse();
      throw thrown;
    } finally {
      // Where the background failed or was overtaken the view is still to come.
      await this.#changeView();
    }
  }

  async #changeView(): Promise<void> {
    if (this.#view === this.#wantedView || this.#closed) return;
    const put = this.#inTurn(() => this.#put(this.#current)).then(({ taken }) => taken);
    await put.catch((thrown: unknown) => {
      if (!this.#closed) throw thrown; // What was to be seen no longer matters.
    });
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
    await this.#put({ type: 'color', color: this.holdingColor });
  }

  /** Not back to `none`, which has given way. */
  #refuse(): void {
    const flat: Background = { type: 'color', color: this.holdingColor };
    if (this.#inForce.type === 'none') this.#inForce = flat;
    this.#wanted = this.#inForce;
  }

  async #install(loaded: LoadedBackground, ticket: number, asked: Background): Promise<Taken> {
    if (ticket === this.#lastTicket && !this.#closed) {
      this.#inForce = asked;
      return this.#put(loaded);
    }
    closeBackground(loaded);
    return NOTHING_TO_TAKE;
  }

  async #put(background: LoadedBackground): Promise<Taken> {
    const { sink, compute } = this.targets();
    const [before, showedRoom] = [this.#current, this.#showsRoom];
    this.#epoch++;
    this.#current = background;
    this.#view = this.#wantedView;
    if (showedRoom && !this.#showsRoom) await sink?.refuseBefore(this.#epoch);
    if (background === before) return compute ? this.#tell(compute) : NOTHING_TO_TAKE;
    await sink?.hold(await copyBackground(background));
    closeBackground(before);
    return compute ? this.#give(compute) : NOTHING_TO_TAKE;
  }

  get #showsRoom(): boolean {
    return this.#current.type === 'none' && this.#view === 'composite';
  }

  async #give(compute: ComputeClient): Promise<Taken> {
    return this.#tell(compute, await copyBackground(this.#current));
  }

  /** Tells a computing worker what is in force; without a background it keeps the one it has. */
  #tell(compute: ComputeClient, background?: LoadedBackground): Taken {
    const taken = compute.show(this.#view, this.#epoch, background);
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
