import type { Kernels } from '@cyclorama/kernels';
import { Planes } from '../../../../packages/engine/src/frame/planes';
import type { Mask } from '../../../../packages/engine/src/segment/segmenter';

/** The frames that the image kernels work on. */
export const FRAME = { width: 1280, height: 720 } as const;
/** What the landscape model sees, and the size of its mask. */
export const MODEL = { width: 256, height: 144 } as const;

/** A head and shoulders' share of the picture, with an edge as soft as a model's. */
function personAt(x: number, y: number): number {
  const head = Math.hypot((x - 0.5) / 0.12, (y - 0.35) / 0.24);
  const body = Math.hypot((x - 0.5) / 0.32, (y - 1.05) / 0.52);
  return Math.min(Math.max((1.05 - Math.min(head, body)) * 10, 0), 1);
}

/** Every row the same at each run, so that runs can be compared. */
function noiseAt(at: number): number {
  return ((at * 2654435761) >>> 24) & 15;
}

/** A frame with a bright person before a darker, noisy room. */
export function paintFrame(kernels: Kernels): Planes {
  const planes = new Planes(kernels, FRAME);
  const { stride, lumaBytes } = planes.layout;
  const view = planes.view().fill(128);
  for (let at = 0; at < lumaBytes; at++) {
    const person = personAt((at % stride) / FRAME.width, Math.floor(at / stride) / FRAME.height);
    view[at] = 60 + 110 * person + noiseAt(at);
  }
  return planes;
}

/** The mask for that frame, as a model would give it. */
export function paintMask(kernels: Kernels, guide: number): Mask {
  const pointer = kernels.memory.allocate(4 * MODEL.width * MODEL.height);
  const { buffer } = kernels.memory.memory;
  const view = new Float32Array(buffer, pointer, MODEL.width * MODEL.height);
  view.forEach((_, at) => {
    const [x, y] = [(at % MODEL.width) + 0.5, Math.floor(at / MODEL.width) + 0.5];
    view[at] = personAt(x / MODEL.width, y / MODEL.height);
  });
  return { ...MODEL, pointer, guide };
}
