import { watchFrames } from './watch-frames';

/** Runs in a worker before its own script: takes a test's orders and counts open frames. */
interface Order {
  readonly order?: 'hang' | 'count';
  readonly port?: MessagePort;
}

const openFrames = watchFrames();

globalThis.addEventListener('message', ({ data }: MessageEvent<Order>) => {
  if (data.order === 'hang') for (;;);
  if (data.order !== 'count') return;
  data.port?.postMessage(openFrames());
});
