/** What a worker that measures tells its page. */
type MeasureReply<T> =
  | { readonly type: 'round'; readonly round: number }
  | { readonly type: 'done'; readonly figures: T }
  | { readonly type: 'failed'; readonly message: string };

declare global {
  interface Window {
    /** What the Node side gives every page that measures. */
    onRound: (round: number) => Promise<void>;
  }
}

/** In the page: has a worker measure, where the page does not disturb. */
export function askWorker<T>(worker: Worker, command: unknown): Promise<T> {
  return new Promise((resolve, reject) => {
    worker.onerror = (event) => reject(new Error(`The worker failed: ${event.message}`));
    worker.onmessage = ({ data }: MessageEvent<MeasureReply<T>>) => {
      if (data.type === 'round') void window.onRound(data.round);
      else if (data.type === 'done') resolve(data.figures);
      else reject(new Error(data.message));
    };
    worker.postMessage(command);
  });
}

/** In the worker: measures when it is asked, once. What it is asked, its page knows. */
export function answerWith(
  measure: (command: never, onRound: (round: number) => void) => Promise<unknown>,
): void {
  const reply = (message: MeasureReply<unknown>): void => self.postMessage(message);
  self.onmessage = ({ data }: MessageEvent) => {
    measure(data as never, (round) => reply({ type: 'round', round })).then(
      (figures) => reply({ type: 'done', figures }),
      (error: unknown) => reply({ type: 'failed', message: String(error) }),
    );
  };
}

/** In either: reads a file of the bench. */
export async function readServed(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(`/files/${name}`);
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
