// Runs in a worker before its own script: tracks that move there and from there.
import { isTicket, swap, swapReceived, type GeneratorOrder, type Ticket } from './ticket';

/** A track as a worker has it. */
export class WorkerTrack extends EventTarget {
  readonly [Symbol.toStringTag] = 'MediaStreamTrack';
  readonly kind = 'video';
  readyState: MediaStreamTrackState = 'live';

  constructor(readonly ticket: Ticket) {
    super();
  }

  stop(): void {
    if (this.readyState === 'ended') return;
    this.readyState = 'ended';
    if (this.ticket.ticket === 'source') this.ticket.control.postMessage('stop');
  }
}

/** What the one generator of this worker writes to; undefined before the page sent it. */
export let ownWritable: WritableStream<VideoFrame> | undefined;

const scope = globalThis as unknown as EventTarget & {
  postMessage(message: unknown, transfer?: readonly unknown[]): void;
};

scope.addEventListener('message', (event) => {
  const { order, writable } = (event as MessageEvent<Partial<GeneratorOrder>>).data;
  if (order !== 'generator') return;
  ownWritable = writable;
  event.stopImmediatePropagation();
});

swapReceived(scope, (value) => (isTicket(value) ? new WorkerTrack(value) : undefined));

const post = scope.postMessage.bind(scope);
scope.postMessage = (message, transfer = []) => {
  const moving = transfer.filter((item) => item instanceof WorkerTrack);
  // A track that is not listed stays in the message, and cannot be cloned, as in a browser.
  const sent = swap(message, (value) => moving.find((track) => track === value)?.ticket);
  post(
    sent,
    transfer.filter((item) => !(item instanceof WorkerTrack)),
  );
  for (const track of moving) track.readyState = 'ended';
};
