import {
  fromWireError,
  toWireError,
  WorkerLostError,
  type CycloramaError,
  type WireError,
} from '../errors';

/** What each call of a worker takes and gives, by the call's name. */
type Calls<C> = Record<keyof C, { args: object; result: unknown }>;

type Command<C extends Calls<C>> = {
  [T in keyof C]: { readonly type: T; readonly id: number; readonly args: C[T]['args'] };
}[keyof C];

interface Answer {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: WireError;
}

/** What a worker does on each call. The type makes a forgotten one an error. */
export type Handlers<C extends Calls<C>> = {
  [T in keyof C]: (args: C[T]['args']) => C[T]['result'] | Promise<C[T]['result']>;
};

/** One end of a worker's messages: the worker as the page sees it, or its global scope. */
export interface MessageEnd {
  postMessage(message: unknown, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

const GONE = (): WorkerLostError => new WorkerLostError('The worker was gone before it answered.');

const TRANSFERABLE = [
  'VideoFrame',
  'ImageBitmap',
  'MessagePort',
  'ReadableStream',
  'WritableStream',
  'ArrayBuffer',
];

/** Everything in a message that moves rather than is copied, down to the second level. */
export function transferList(message: unknown, depth = 3): Transferable[] {
  if (typeof message !== 'object' || message === null || depth === 0) return [];
  const name = Object.prototype.toString.call(message).slice(8, -1);
  // Each kind of track has a name of its own, as CanvasCaptureMediaStreamTrack.
  const moves = TRANSFERABLE.includes(name) || name.endsWith('MediaStreamTrack');
  if (moves) return [message as Transferable];
  if (name !== 'Object') return [];
  return Object.values(message).flatMap((value) => transferList(value, depth - 1));
}

/** The page's end: calls that resolve with the worker's answer, and events it sends unasked. */
export class CallClient<C extends Calls<C>, E extends { readonly type: string }> {
  readonly #pending = new Map<number, PromiseWithResolvers<unknown>>();
  #lastId = 0;
  #gone: CycloramaError | undefined;

  constructor(
    private readonly end: MessageEnd,
    private readonly onEvent: (event: E) => void,
  ) {
    end.addEventListener('message', (message) => this.#receive(message.data as Answer | E));
  }

  /** Sends a command. What can be transferred is, so the caller no longer has it. */
  call<T extends keyof C>(type: T, args: C[T]['args']): Promise<C[T]['result']> {
    return this.#gone ? refuse(transferList(args), this.#gone) : this.callAnyway(type, args);
  }

  /** Sends a command to a worker that was given up too: one that broke may still hear it. */
  callAnyway<T extends keyof C>(type: T, args: C[T]['args']): Promise<C[T]['result']> {
    const transfer = transferList(args);
    const id = ++this.#lastId;
    try {
      this.end.postMessage({ type, id, args }, transfer);
    } catch (thrown) {
      return refuse(transfer, thrown); // As DataCloneError, where something cannot move.
    }
    const pending = Promise.withResolvers<unknown>();
    this.#pending.set(id, pending);
    return pending.promise;
  }

  /** Rejects what is still waiting, and every call to come, with the first reason that is given. */
  abandon(reason: CycloramaError = GONE()): void {
    this.#gone ??= reason;
    for (const pending of this.#pending.values()) pending.reject(reason);
    this.#pending.clear();
  }

  #receive(message: Answer | E): void {
    if (!('id' in message)) return this.onEvent(message);
    const pending = this.#pending.get(message.id);
    this.#pending.delete(message.id);
    if (message.error) pending?.reject(fromWireError(message.error));
    else pending?.resolve(message.result);
  }
}

async function refuse(transfer: readonly Transferable[], reason: unknown): Promise<never> {
  transfer.forEach(free);
  throw reason;
}

/** What was to move and did not has no owner. Not by class: not every worker knows of tracks. */
function free(unmoved: Transferable | MediaStreamTrack): void {
  if (unmoved instanceof VideoFrame) unmoved.close();
  if (unmoved instanceof ReadableStream) void unmoved.cancel().catch(() => undefined);
  if ('stop' in unmoved) unmoved.stop();
}

/** The worker's end: answers every command, with the error if its handler throws. */
export function serveCalls<C extends Calls<C>>(end: MessageEnd, handlers: Handlers<C>): void {
  end.addEventListener('message', async (message) => {
    const command = message.data as Command<C>;
    post(end, await answerOf(command, handlers));
  });
}

// Whoever waits for what cannot move is told, and does not wait in vain.
function post(end: MessageEnd, answer: Answer): void {
  const transfer = transferList(answer);
  try {
    end.postMessage(answer, transfer);
  } catch (thrown) {
    transfer.forEach(free);
    end.postMessage({ id: answer.id, error: toWireError(thrown) } satisfies Answer, []);
  }
}

async function answerOf<C extends Calls<C>>(
  { type, id, args }: Command<C>,
  handlers: Handlers<C>,
): Promise<Answer> {
  try {
    return { id, result: await handlers[type](args) };
  } catch (thrown) {
    return { id, error: toWireError(thrown) };
  }
}
