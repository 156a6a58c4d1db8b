import { NativeGenerator, NativeProcessor } from '../native-tracks';
import { isTicket, swap, swapReceived, type GeneratorOrder, type Ticket } from './ticket';

/** What the made-up browser has. All by default. */
export interface WorkerTracksOptions {
  /** MediaStreamTrackProcessor in workers. */
  readonly processor?: boolean;
  /** VideoTrackGenerator in workers. */
  readonly generator?: boolean;
  /** Tracks that move. */
  readonly transferable?: boolean;
}

/** A track that moved to a worker. */
export interface MovedTrack {
  /** What is behind it. Whoever moved a track has it no more. */
  readonly track: MediaStreamTrack;
  /** Whether the worker stopped it, and not the browser when the worker ended. */
  stoppedThere: boolean;
}

/** The made-up browser. */
export interface WorkerTracks {
  /** The tracks that moved to workers, in their order. */
  readonly moved: readonly MovedTrack[];
  /** Brings Chromium back. */
  restore(): void;
}

/**
 * Makes Chromium look like a browser that has the track APIs of the standard: in workers alone, with
 * tracks that can move, as Safari's documentation tells of it.
 */
export function fakeWorkerTracks(options: WorkerTracksOptions = {}): WorkerTracks {
  const { transferable = true } = options;
  const moved: MovedTrack[] = [];
  const undo = [hide('MediaStreamTrackProcessor'), hide('MediaStreamTrackGenerator')];
  undo.push(replace('Worker', workerClass(preludesOf(options), moved)));
  if (transferable) undo.push(replace('structuredClone', cloneOrMove(globalThis.structuredClone)));
  return { moved, restore: () => undo.forEach((step) => step()) };
}

function preludesOf({ processor = true, generator = true }: WorkerTracksOptions): string[] {
  const preludes: string[] = [];
  if (processor) preludes.push(new URL('./processor-prelude.ts', import.meta.url).href);
  if (generator) preludes.push(new URL('./generator-prelude.ts', import.meta.url).href);
  return preludes;
}

function workerClass(preludes: readonly string[], moved: MovedTrack[]): typeof Worker {
  return class extends globalThis.Worker {
    readonly #moved: MovedTrack[] = [];

    constructor(url: string | URL, options?: WorkerOptions) {
      super(scriptOf([...preludes, new URL(url, location.href).href]), options);
      const generator = new NativeGenerator({ kind: 'video' });
      swapReceived(this, (value) => (isTicket(value) ? generator : undefined));
      const { writable } = generator;
      super.postMessage({ order: 'generator', writable } satisfies GeneratorOrder, [writable]);
    }

    override postMessage(
      message: unknown,
      transfer: Transferable[] | StructuredSerializeOptions = [],
    ): void {
      const list = Array.isArray(transfer) ? transfer : (transfer.transfer ?? []);
      const tickets = new Map<object, Ticket>();
      for (const item of list) {
        if (!(item instanceof MediaStreamTrack)) continue;
        const track: MovedTrack = { track: item.clone(), stoppedThere: false };
        item.stop(); 
        tickets.set(item, ticketOf(track));
        this.#moved.push(track);
        moved.push(track);
      }
      const others = [...tickets.values()].flatMap((ticket) => ticket.ticket === 'source' ? [ticket.readable, ticket.control] : []);
      super.postMessage(swap(message, (value) => tickets.get(value)), [...list.filter((item) => !tickets.has(item)), ...others]);
    }

    /** With the worker its tracks end. */
    override terminate(): void {
      for (const { track } of this.#moved) track.stop();
      super.terminate();
    }
  };
}
