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
    const transfer = transferList(args);
    if (this.#gone) return refuse(transfer, this.#gone);
    const id = ++this.#lastId;
    const pending = Promise.withResolvers<unknown>();
    this.#pending.set(id, pending);
    this.end.postMessage({ type, id, args }, transfer);
    return pending.promise;
  }

  /** Rejects what is still waiting, and every call to come: nobody will answer. */
  abandon(reason: CycloramaError = GONE()): void {
    this.#gone = reason;
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

// What was to move has no owner then.
function refuse(transfer: readonly Transferable[], reason: CycloramaError): Promise<never> {
  for (const moved of transfer) {
    if (moved instanceof VideoFrame) moved.close();
    if (moved instanceof MediaStreamTrack) moved.stop();
  }
  return Promise.reject(reason);
}

/** The worker's end: answers every command, with the error if its handler throws. */
export function serveCalls<C extends Calls<C>>(end: MessageEnd, handlers: Handlers<C>): void {
  end.addEventListener('message', async (message) => {
    const command = message.data as Command<C>;
    const answer = await answerOf(command, handlers);
    end.postMessage(answer, transferList(answer));
  });
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
