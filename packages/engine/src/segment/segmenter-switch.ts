import { cycloramaError, WorkerLostError, type CycloramaError } from '../errors';
import type { LiveOptions, ModelChoice, SegmenterChoice } from '../options';
import type { ComputeClient } from '../worker/compute-client';
import { Losses } from '../worker/losses';
import type { SegmenterUse } from '../worker/messages';
import type { SegmenterClient } from '../worker/segmenter-client';
import { SegmenterWorkers } from '../worker/segmenter-workers';
import { MASK_PATIENCE_MS, type WorkerSegmenter } from './worker-segmenter';

/** What was asked for. */
interface Choice {
  readonly segmenter: SegmenterChoice;
  readonly model: ModelChoice;
}

/** A choice that can be put in force: its worker is open. */
interface Finder {
  readonly choice: Choice;
  /** None of `selfie`. */
  readonly client?: SegmenterClient;
  readonly backend: string;
}

/** Who has to do with the segmenter. */
interface SegmenterTerms {
  /** The computing worker of the moment. */
  readonly compute: () => ComputeClient | undefined;
  /** The worker in use was lost. Another is started, but for one that was lost too often. */
  readonly onLost: (error: CycloramaError) => void;
  /** Another one finds the person from now on, or the lost one again. */
  readonly onInForce: () => void;
}

/** What the selfie models run on. */
const OWN_BACKEND = 'wasm';

/**
 * Which segmenter finds the person. Starts the worker of one that has its own, puts it in force
 * between two frames once it is loaded, ends the one before, and starts again one that is lost.
 */
export class SegmenterSwitch {
  readonly #workers = new SegmenterWorkers((...loss) => this.#onLost(...loss));
  readonly #losses = new Losses();
  /** In force once the change is through that asked for it. */
  #wanted: Choice;
  #current: Finder | undefined;
  /** Still loads, for the last change. */
  #coming: SegmenterClient | undefined;
  /** Is just being put in force. */
  #installing: Finder | undefined;
  #lastTicket = 0;
  #turn: Promise<unknown> = Promise.resolve();
  /** What is under way that no change asked for: the first start, and those after a loss. */
  #starting: Promise<void> = Promise.resolve();
  #failure: CycloramaError | undefined;
  #begun = false;
  #closed = false;

  constructor(
    first: Choice,
    private readonly terms: SegmenterTerms,
  ) {
    this.#wanted = first;
    this.#current = selfieOf(first);
  }

  /** What was asked for last; of what was refused the one before. */
  get wanted(): Choice {
    return this.#wanted;
  }

  /** What computes the masks; undefined while nothing does. */
  get backend(): string | undefined {
    return this.#inForce?.backend;
  }

  /** How much longer than its own work the computing worker may take over a frame. */
  get patienceMs(): number {
    return this.#current?.client ? MASK_PATIENCE_MS : 0;
  }

  /** What a new computing worker is to begin with; a port moves with it. */
  get use(): SegmenterUse | undefined {
    return this.#inForce && this.#useOf(this.#inForce);
  }

  /**
   * Resolves once there is a segmenter.
   * @throws CycloramaError that tells why there is none before the next change.
   */
  async ready(): Promise<void> {
    await this.#starting;
    if (!this.#inForce) throw this.#failure ?? new WorkerLostError('There is no segmenter.');
  }

  /**
   * Starts what was chosen first; `selfie` the computing worker loads itself.
   * @throws ModelLoadError, WorkerLostError
   */
  async begin(): Promise<void> {
    this.#begun = true;
    if (this.#current) return;
    const starting = this.#go(this.#wanted);
    this.#starting = starting.catch(() => undefined);
    await starting;
  }

  /**
   * Puts a segmenter in force, or another model of `selfie`. A later change wins. Before `begin`
   * nothing is loaded.
   * @throws ModelLoadError, WorkerLostError when it cannot be had; the one before goes on.
   */
  async change(options: LiveOptions): Promise<void> {
    if (!options.segmenter && !options.model) return;
    this.#wanted = this.#merged(options);
    if (this.#begun) await this.#go(this.#wanted);
    else this.#current = selfieOf(this.#wanted);
  }

  /** A computing worker has noticed that a connection leads nowhere. */
  onConnectionLost(connection: number, error: CycloramaError): void {
    this.#workers.onConnectionLost(connection, error);
  }

  /** Ends every worker, for good. */
  close(): void {
    this.#closed = true;
    this.#workers.close();
  }

  get #inForce(): Finder | undefined {
    return this.#current?.client?.lost ? undefined : this.#current;
  }

  #merged({ segmenter, model }: LiveOptions): Choice {
    return { segmenter: segmenter ?? this.#wanted.segmenter, model: model ?? this.#wanted.model };
  }

  async #go(choice: Choice): Promise<void> {
    const ticket = ++this.#lastTicket;
    const isWanted = (): boolean => ticket === this.#lastTicket && !this.#closed;
    try {
      const finder = await this.#load(choice);
      await this.#inTurn(async () => {
        if (isWanted()) await this.#install(finder);
      });
    } catch (thrown) {
      if (!isWanted()) return; // What became of it does not matter to who asked for another.
      this.#endComing();
      this.#failure = cycloramaError(thrown);
      this.#wanted = this.#current?.choice ?? choice;
      throw thrown;
    }
  }

  async #load(choice: Choice): Promise<Finder> {
    const { segmenter } = choice;
    if (segmenter !== 'selfie') return opened(choice, this.#clientFor(segmenter));
    this.#endComing();
    return selfie(choice);
  }

  /** One that has the weights already, or is loading them, or a new one. */
  #clientFor(segmenter: WorkerSegmenter): SegmenterClient {
    const { client: used } = this.#installing ?? this.#current ?? {}; // One that gives way ends.
    const fitting = [this.#coming, used].find(
      (client) => client?.key === segmenter.key && !client.lost,
    );
    if (this.#coming !== fitting) this.#endComing();
    if (fitting) return fitting;
    this.#coming = this.#workers.start(segmenter);
    return this.#coming;
  }

  #endComing(): void {
    if (this.#coming) this.#workers.end(this.#coming);
    this.#coming = undefined;
  }

  // One at a time: what is in force must be what the computing worker heard of last.
  #inTurn(step: () => Promise<void>): Promise<void> {
    const turn = this.#turn.then(step);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #install(finder: Finder): Promise<void> {
    const former = this.#inForce;
    const { client } = finder;
    if (this.#coming === client) this.#coming = undefined;
    this.#installing = finder;
    try {
      await this.#putInForce(finder, former);
    } catch (thrown) {
      await this.#takeBack(finder, former, thrown);
      throw thrown;
    } finally {
      this.#installing = undefined;
    }
    this.#current = finder;
    if (former?.client && former.client !== client) this.#workers.end(former.client);
    this.terms.onInForce();
  }

  async #putInForce(finder: Finder, former: Finder | undefined): Promise<void> {
    await settle(finder);
    // After the settings, and for them alone too: it begins anew, and no mask of others lingers.
    if (!former || !sameUse(former, finder)) await this.#tell(finder);
    if (finder.client?.lost) throw finder.client.lost;
  }

  /** The one before goes on, by its own settings, or is lost: never by those that were refused. */
  async #takeBack({ client }: Finder, former: Finder | undefined, why: unknown): Promise<void> {
    if (!client) return; // The computing worker has kept the one before.
    if (client === former?.client) await this.#settleAgain(client, former, why);
    else this.#workers.end(client);
    if (former && !former.client?.lost) await this.#tell(former);
  }

  async #settleAgain(client: SegmenterClient, former: Finder, why: unknown): Promise<void> {
    try {
      if (why instanceof WorkerLostError) throw why; // Who did not answer is not asked again.
      await settle(former);
    } catch (thrown) {
      this.#workers.lose(client, cycloramaError(thrown));
    }
  }

  /** Tells the computing worker; where that is replaced meanwhile, the next one. */
  async #tell(finder: Finder): Promise<void> {
    let told: ComputeClient | undefined;
    for (;;) {
      const compute = this.terms.compute();
      if (!compute || compute === told) return;
      await compute.useSegmenter(this.#useOf(finder)).catch(ignoreLost);
      told = compute;
    }
  }

  #useOf({ choice: { segmenter, model }, client }: Finder): SegmenterUse {
    if (segmenter === 'selfie' || !client) return { type: 'selfie', model };
    return this.#workers.connect(client, segmenter);
  }

  #onLost(client: SegmenterClient, error: CycloramaError, connection: number): void {
    const lost = this.#current;
    // One that was to come is missed by who waits for it.
    if (lost?.client !== client || this.#closed) return;
    this.terms.compute()?.dropSegmenter(connection);
    this.#starting = this.#restart(lost, error);
  }

  async #restart(lost: Finder, error: CycloramaError): Promise<void> {
    this.#failure = error;
    const mayTry = error instanceof WorkerLostError && !this.#losses.areTooMany();
    this.terms.onLost(error);
    const isMissed = (): boolean => this.#current === lost && !this.#closed;
    if (mayTry && isMissed()) await this.#startAgain(lost, isMissed);
  }

  async #startAgain(lost: Finder, isMissed: () => boolean): Promise<void> {
    const { segmenter } = lost.choice;
    if (segmenter === 'selfie') return; // Has no worker that could be lost.
    let client: SegmenterClient | undefined;
    try {
      client = this.#workers.start(segmenter);
      const finder = await opened(lost.choice, client);
      await this.#inTurn(async () => {
        if (isMissed()) await this.#install(finder);
      });
    } catch (thrown) {
      if (isMissed()) await this.#restart(lost, cycloramaError(thrown));
    } finally {
      if (client && client !== this.#current?.client) this.#workers.end(client);
    }
  }
}

const selfie = (choice: Choice): Finder => ({ choice, backend: OWN_BACKEND });

const selfieOf = (choice: Choice): Finder | undefined =>
  choice.segmenter === 'selfie' ? selfie(choice) : undefined;

const opened = async (choice: Choice, client: SegmenterClient): Promise<Finder> => ({
  choice,
  client,
  backend: await client.opened,
});

/** Tells its worker the settings, where it goes by others. */
async function settle({ choice: { segmenter }, client }: Finder): Promise<void> {
  if (client?.lost) throw client.lost;
  if (segmenter !== 'selfie') await client?.change(segmenter.settings);
}

/** Whether a computing worker need not hear of the change from one to the other. */
function sameUse(a: Finder, b: Finder): boolean {
  const [one, other] = [a.choice.segmenter, b.choice.segmenter];
  if (one === 'selfie' || other === 'selfie') {
    return one === other && a.choice.model === b.choice.model;
  }
  return a.client === b.client && one.settings === other.settings && one.input === other.input;
}

function ignoreLost(thrown: unknown): void {
  if (!(thrown instanceof WorkerLostError)) throw thrown;
}
