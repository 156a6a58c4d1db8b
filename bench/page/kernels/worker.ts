import { measureHere, type PlaceFigures } from '../../src/kernels/measure/measure-here';
import type { CreateTflite } from '../../src/kernels/measure/tflite';
import { answerWith, readServed } from '../measuring-worker';
import type { MeasureCommand } from './messages';

answerWith(async (command: MeasureCommand, onRound): Promise<PlaceFigures> =>
  measureHere({ ...command, read: readServed, createTflite: await importTflite(), onRound }),
);

async function importTflite(): Promise<CreateTflite> {
  const address = new URL('/files/tflite.js', self.location.href).href;
  const script = (await import(/* @vite-ignore */ address)) as { default: CreateTflite };
  return script.default;
}
