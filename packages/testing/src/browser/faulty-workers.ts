/** A worker that a test can hurt. */
export interface Victim {
  readonly name: string;
  /** Ends it without a word, as a crash does. */
  kill(): void;
  /** Sends it into an endless loop. */
  hang(): void;
  /** Frames that the worker got or made and has neither closed nor passed on; 0 once it ended. */
  openFrames(): Promise<number>;
}

/**
 * Replaces `Worker` by one whose instances can be hurt and asked, where they are modules, as all of the
 * engine's are: an SDK's classic ones are let be.
 * @returns The workers made since, and the way back.
 */
export function hurtableWorkers(): { victims: Victim[]; restore: () => void } {
  const Original = globalThis.Worker;
  const victims: Victim[] = [];
  const prelude = new URL('./worker-prelude.ts', import.meta.url).href;
  class HurtableWorker extends Original {
    #ended = false;

    constructor(url: string | URL, options?: WorkerOptions) {
      if (options?.type !== 'module') {
        super(url, options);
        return;
      }
      const script = `import '${prelude}'; import '${new URL(url, location.href).href}';`;
      super(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })), options);
      const openFrames = async (): Promise<number> => (this.#ended ? 0 : askOpenFrames(this));
      victims.push({ ...victimOf(this, options.name ?? ''), openFrames });
    }

    override terminate(): void {
      this.#ended = true;
      super.terminate();
    }
  }
  globalThis.Worker = HurtableWorker;
  return { victims, restore: () => void (globalThis.Worker = Original) };
}

function victimOf(worker: Worker, name: string): Omit<Victim, 'openFrames'> {
  return {
    name,
    kill: () => worker.terminate(),
    hang: () => worker.postMessage({ order: 'hang' }),
  };
}

function askOpenFrames(worker: Worker): Promise<number> {
  const { port1, port2 } = new MessageChannel();
  worker.postMessage({ order: 'count', port: port2 }, [port2]);
  return new Promise((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<number>) => resolve(data);
  });
}
