import { rgbaOf } from './rgba-of';
import type { RecorderEvent, RecorderOrder, Rgb, Sighting } from './recorder-protocol';

const scope = globalThis as unknown as {
  postMessage(message: RecorderEvent): void;
  onmessage: ((event: MessageEvent<RecorderOrder | 'catch up'>) => void) | null;
};

scope.onmessage = ({ data }) => {
  if (data === 'catch up') scope.postMessage('caught up');
  else void record(data);
};

async function record(order: RecorderOrder): Promise<void> {
  for (const reader = order.readable.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) break;
    scope.postMessage(await sightingOf(value, order));
  }
  scope.postMessage('ended');
}

async function sightingOf(frame: VideoFrame, order: RecorderOrder): Promise<Sighting> {
  const atMs = performance.timeOrigin + performance.now();
  const { timestamp: timestampUs, displayWidth: width, displayHeight: height } = frame;
  const pixels = await rgbaOf(frame);
  frame.close();
  const middle = (Math.floor(height / 2) * width + Math.floor(width / 2)) * 4;
  const [center, corner] = [rgbAt(pixels, middle), rgbAt(pixels, 0)];
  return { atMs, timestampUs, width, height, roomShare: shareOf(pixels, order), center, corner };
}

const rgbAt = (pixels: Uint8Array, at: number): Rgb => [
  pixels[at] ?? 0,
  pixels[at + 1] ?? 0,
  pixels[at + 2] ?? 0,
];

function shareOf(pixels: Uint8Array, { room, tolerance }: RecorderOrder): number {
  let found = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    const rgb = rgbAt(pixels, at);
    if (rgb.every((value, channel) => Math.abs(value - (room[channel] ?? 0)) <= tolerance)) found++;
  }
  return found / (pixels.length / 4);
}
