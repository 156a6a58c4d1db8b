import { NativeGenerator } from '../native-tracks';
import { MovedTrack } from './moved-track';
import { isTicket, swap, swapReceived, type GeneratorOrder } from './ticket';

/** What the workers of the made-up browser are like. */
interface WorkerTerms {
  /** Scripts that run before the worker's own. */
  readonly preludes: readonly string[];
  readonly generator: boolean;
  /** Whether tracks move to them. */
  readonly takesTracks: boolean;
  /** Hears of each track that moves to a worker. */
  readonly onMoved: (track: MovedTrack) => void;
}

/** Makes a `Worker` to and from which tracks move. */
export function trackWorkerClass(terms: WorkerTerms): typeof Worker {
  const { preludes, generator, takesTracks, onMoved } = terms;
  return class extends globalThis.Worker {
    readonly #moved: MovedTrack[] = [];

    constructor(url: string | URL, options?: WorkerOptions) {
      super(scriptOf([...preludes, new URL(url, location.href).href]), options);
      if (generator) this.#sendGenerator();
    }

    override postMessage(message: unknown, list: Transferable[] | StructuredSerializeOptions = []) {
      const transfer = Array.isArray(list) ? list : (list.transfer ?? []);
      const tracks = transfer.filter((item) => item instanceof MediaStreamTrack);
      if (tracks.length > 0 && !takesTracks)
        throw new DOMException('The track cannot be moved.', 'DataCloneError');
      const tickets = new Map(tracks.map((track) => [track as object, this.#move(track)]));
      const rest = transfer.filter((item) => !tickets.has(item));
      const moving = [...tickets.values()].flatMap(({ readable, control }) => [readable, control]);
      super.postMessage(
        swap(message, (value) => tickets.get(value)),
        [...rest, ...moving],
      );
    }

    /** With the worker its tracks end. */
    override terminate(): void {
      for (const { track } of this.#moved) track.stop();
      super.terminate();
    }

    #move(track: MediaStreamTrack): ReturnType<MovedTrack['ticket']> {
      const moved = new MovedTrack(track);
      this.#moved.push(moved);
      onMoved(moved);
      return moved.ticket();
    }

    #sendGenerator(): void {
      const track = new NativeGenerator({ kind: 'video' });
      swapReceived(this, (value) => (isTicket(value) ? track : undefined));
      const { writable } = track;
      super.postMessage({ order: 'generator', writable } satisfies GeneratorOrder, [writable]);
    }
  };
}

function scriptOf(modules: readonly string[]): string {
  const imports = modules.map((url) => `import '${url}';`);
  return URL.createObjectURL(new Blob(imports, { type: 'text/javascript' }));
}
