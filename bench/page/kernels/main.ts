import type { PlaceFigures } from '../../src/kernels/measure/measure-here';
import { askWorker } from '../measuring-worker';
import type { MeasureCommand } from './messages';

declare global {
  interface Window {
    /** What the Node side calls in the page. */
    measureKernels: (command: MeasureCommand) => Promise<PlaceFigures>;
  }
}

window.measureKernels = (command) =>
  askWorker(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }), command);
