import type { BodypixCommand, RaceFigures } from '../../src/bodypix/measure/measure-bodypix';
import { askWorker } from '../measuring-worker';

declare global {
  interface Window {
    /** What the Node side calls in the page. */
    measureBodypix: (command: BodypixCommand) => Promise<readonly RaceFigures[]>;
  }
}

window.measureBodypix = (command) =>
  askWorker(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }), command);
