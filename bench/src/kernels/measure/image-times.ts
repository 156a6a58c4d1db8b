import type { Kernels } from '@cyclorama/kernels';
import { BlurredPlanes } from '../../../../packages/engine/src/background/blurred-planes';
import { composePlanes } from '../../../../packages/engine/src/composite/planar';
import { colorModelOf } from '../../../../packages/engine/src/frame/color-model';
import { Planes } from '../../../../packages/engine/src/frame/planes';
import { FACTOR_BYTES, writeRgbaFactors } from '../../../../packages/engine/src/frame/rgba-factors';
import { GuidedUpsampler } from '../../../../packages/engine/src/matte/guided-upsampler';
import type { Matte } from '../../../../packages/engine/src/matte/matte';
import { TemporalFilter } from '../../../../packages/engine/src/matte/temporal-filter';
import { Shrinker } from '../../../../packages/engine/src/segment/shrinker';
import { standing, type Contender } from './contender';
import { FRAME, MODEL, paintFrame, paintMask } from './image-scene';

const BLOCK_MS = 30;
const COLOR = colorModelOf({});

const MASK_BYTES = 4 * MODEL.width * MODEL.height;
const PIXELS = FRAME.width * FRAME.height;
const I420_BYTES = 1.5 * PIXELS;
/** The matte at full size and, for chroma, at half size. */
const MATTE_BYTES = 1.25 * PIXELS;

/** Of a pixel of one plane, by its alpha; elsewhere both planes are read and one is written. */
const MOVED_BYTES = new Map([
  [255, 0],
  [0, 2],
]);

/** Image kernels as the engine calls them, and what they must at least read and write. */
export interface ImageContender extends Contender {
  readonly bytes: number;
}

/** What the engine does to a frame of 1280×720, stage by stage, but for the network. */
export function imageContenders(kernels: Kernels): readonly ImageContender[] {
  const frame = paintFrame(kernels);
  const shrink = shrinkOf(kernels, frame);
  shrink.run();
  const mask = paintMask(kernels, shrink.guide());
  const [filter, upsampler] = [new TemporalFilter(kernels), new GuidedUpsampler(kernels)];
  filter.resize(MODEL);
  upsampler.resize(FRAME, MODEL);
  const steady = filter.apply(mask);
  const matte = upsampler.upsample(steady, mask.guide, frame);
  const blur = new BlurredPlanes(kernels, 0.5);
  blur.resize({ size: FRAME, orientation: { rotation: 0, flip: false }, color: COLOR });
  const [target, background] = [new Planes(kernels, FRAME), new Planes(kernels, FRAME)];
  return [
    entry('shrink to tensor', I420_BYTES + 3 * MASK_BYTES, shrink.run),
    entry('temporal filter', 3 * MASK_BYTES, () => void filter.apply(mask)),
    entry('guided upsampling', PIXELS + MATTE_BYTES + 2 * MASK_BYTES, () => {
      upsampler.upsample(steady, mask.guide, frame);
    }),
    entry('blend', blendBytes(kernels, matte), () => {
      composePlanes(kernels, target, background, matte);
    }),
    entry('blur', 2 * I420_BYTES + MATTE_BYTES, () => void blur.planesFor(frame, matte)),
    entry('RGBA to planes', 4 * PIXELS + I420_BYTES, rgbaOf(kernels, target)),
  ];
}

/** Nothing is moved where all is person, and the frame is not read where all is background. */
function blendBytes(kernels: Kernels, { full }: Matte): number {
  const alpha = new Uint8Array(kernels.memory.memory.buffer, full, PIXELS);
  const moved = alpha.reduce((sum, value) => sum + (MOVED_BYTES.get(value) ?? 3), 0);
  return MATTE_BYTES + 1.5 * moved;
}

const entry = (name: string, bytes: number, run: () => void): ImageContender => ({
  ...standing(name, BLOCK_MS, run),
  bytes,
});

function shrinkOf(kernels: Kernels, frame: Planes): { run: () => void; guide: () => number } {
  const shrinker = new Shrinker(kernels);
  shrinker.resize(FRAME, { model: MODEL });
  const tensor = kernels.memory.allocate(3 * MASK_BYTES);
  return { run: () => shrinker.shrink(frame, COLOR, tensor), guide: () => shrinker.guide };
}

function rgbaOf(kernels: Kernels, target: Planes): () => void {
  const { stride, width, height } = target.layout;
  const pixels = kernels.memory.allocate(4 * stride * height);
  const factors = kernels.memory.allocate(FACTOR_BYTES);
  writeRgbaFactors(kernels, factors, 'RGBA', COLOR);
  return () => kernels.run.rgbaToPlanes(target.y, stride, pixels, width, height, factors);
}
