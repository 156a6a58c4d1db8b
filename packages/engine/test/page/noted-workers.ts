/** A worker that the page made, as long as it runs. */
const running = new Map<Worker, string>();

/** Notes every worker that is made from now on, so that tests can find and hurt them. */
export function noteWorkers(): void {
  const Original = globalThis.Worker;
  globalThis.Worker = class extends Original {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      running.set(this, options?.name ?? '');
    }

    override terminate(): void {
      running.delete(this);
      super.terminate();
    }
  };
}

/** Names of the engine's workers that run. */
export function engineWorkers(): string[] {
  return [...running.values()].filter((name) => name.startsWith('cyclorama'));
}

/** Says of the newest worker of a name that an error was caught by nobody in it. */
export function breakWorker(name: string): void {
  newest(name).dispatchEvent(new ErrorEvent('error', { message: 'Broken by the test.' }));
}

/** Ends the newest worker of a name without a word, as a crash does. */
export function killWorker(name: string): void {
  newest(name).terminate();
}

function newest(name: string): Worker {
  const [worker] = [...running].findLast(([, itsName]) => itsName === name) ?? [];
  if (!worker) throw new Error(`No worker runs that is named ${name}.`);
  return worker;
}
