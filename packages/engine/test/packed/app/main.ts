/** What an app does with the package: here with a canvas as its camera, and a person on it. */
import { BackgroundProcessor, type ProcessorOptions } from 'cyclorama';

const find = <T extends Element>(kind: new () => T, id: string): T => {
  const element = document.getElementById(id);
  if (element instanceof kind) return element;
  throw new Error(`The page has no ${kind.name} #${id}.`);
};

const sample = find(HTMLVideoElement, 'sample');
const before = find(HTMLCanvasElement, 'before');
const after = find(HTMLVideoElement, 'after');

const context = before.getContext('2d');
setInterval(() => context?.drawImage(sample, 0, 0, before.width, before.height), 1000 / 30);
await sample.play();

const options: ProcessorOptions = { background: { type: 'color', color: '#2f6f5e' } };
const processor = new BackgroundProcessor(options);
processor.on('error', (error) => console.error(error.message));
processor.on('state', (state) => (document.body.dataset['state'] = state));
after.srcObject = new MediaStream([await processor.start(before.captureStream(30))]);
await after.play();
