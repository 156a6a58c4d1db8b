/** What is sent in place of a track, since Chromium's tracks do not move. */
export type Ticket =
  | {
      readonly ticket: 'source';
      /** The track's frames. */
      readonly readable: ReadableStream<VideoFrame>;
      /** Takes `stop`. */
      readonly control: MessagePort;
    }
  /** The track that belongs to the worker's one writable. */
  | { readonly ticket: 'generated' };

/** Sent to each worker before anything else: what its generator writes to. */
export interface GeneratorOrder {
  readonly order: 'generator';
  readonly writable: WritableStream<VideoFrame>;
}

/** Whether this is a ticket, and not a track that was made of one. */
export const isTicket = (value: object): value is Ticket =>
  value.constructor === Object && 'ticket' in value;

/**
 * A copy of a message in which some objects are replaced.
 * @param replace - Gives what comes in an object's place; undefined leaves it.
 */
export function swap(message: unknown, replace: (value: object) => object | undefined): unknown {
  if (typeof message !== 'object' || message === null) return message;
  const other = replace(message);
  if (other) return other;
  if (message.constructor !== Object) return message;
  const entries = Object.entries(message).map(([key, value]) => [key, swap(value, replace)]);
  return Object.fromEntries(entries);
}

/**
 * Replaces what a message event brings before others hear of it.
 * @param replace - See `swap`.
 */
export function swapReceived(
  target: EventTarget,
  replace: (value: object) => object | undefined,
): void {
  target.addEventListener('message', (event) => {
    const others: object[] = [];
    const data = swap((event as MessageEvent<unknown>).data, (value) => {
      const other = replace(value);
      if (other) others.push(other);
      return other;
    });
    if (others.length === 0) return;
    event.stopImmediatePropagation();
    target.dispatchEvent(new MessageEvent('message', { data }));
  });
}
