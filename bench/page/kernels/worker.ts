import { measureHere, type PlaceFigures } from '../../src/kernels/measure/measure-here';
import type { CreateTflite } from '../../src/kernels/measure/tflite';
import type { MeasureCommand, MeasureReply } from './messages';

const reply = (message: MeasureReply): void => self.postMessage(message);

self.onmessage = ({ data }: MessageEvent<MeasureCommand>) => {
  measure(data).then(
    (figures) => reply({ type: 'done', figures }),
    (error: unknown) => reply({ type: 'failed', message: String(error) }),
  );
};

async function measure(command: MeasureCommand): Promise<PlaceFigures> {
  return measureHere({
    ...command,
    read,
    createTflite: await importTflite(),
    onRound: (round) => reply({ type: 'round', round }),
  });
}

async function importTflite(): Promise<CreateTflite> {
  const address = new URL('/files/tflite.js', self.location.href).href;
  const script = (await import(/* @vite-ignore */ address)) as { default: CreateTflite };
  return script.default;
}

async function read(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(`/files/${name}`);
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
