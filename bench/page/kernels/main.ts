import type { PlaceFigures } from '../../src/kernels/measure/measure-here';
import type { MeasureCommand, MeasureReply } from './messages';

declare global {
  interface Window {
    /** What the Node side calls in the page. */
    measureKernels: (command: MeasureCommand) => Promise<PlaceFigures>;
    /** What the Node side gives the page. */
    onRound: (round: number) => Promise<void>;
  }
}

/** Everything is measured in a worker of its own, where the page does not disturb. */
window.measureKernels = (command) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.onerror = (event) => reject(new Error(`The worker failed: ${event.message}`));
    worker.onmessage = ({ data }: MessageEvent<MeasureReply>) => {
      if (data.type === 'round') void window.onRound(data.round);
      else if (data.type === 'done') resolve(data.figures);
      else reject(new Error(data.message));
    };
    worker.postMessage(command);
  });
