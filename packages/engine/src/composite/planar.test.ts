import { loadKernels } from '@cyclorama/testing/node';
import type { Kernels } from '@cyclorama/kernels';
import { describe, expect, it } from 'vitest';
import { colorModelOf } from '../frame/color-model';
import type { Size } from '../frame/frame-size';
import { KernelBlocks } from '../frame/kernel-blocks';
import { Planes } from '../frame/planes';
import { FACTOR_BYTES, writeRgbaFactors } from '../frame/rgba-factors';
import { Matte } from '../matte/matte';
import { composePlanes } from './planar';
import { composeReference, type Pixels } from './reference';

type Paint = (x: number, y: number) => readonly [number, number, number];
type Inside = (x: number, y: number) => boolean;

const kernels = await loadKernels();

function painted({ width, height }: Size, paint: Paint): Pixels {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < width * height; at++) {
    data.set([...paint(at % width, Math.floor(at / width)), 255], at * 4);
  }
  return { width, height, data };
}

/** Pixels → planes, by the kernel that the engine reads canvases with. */
function toPlanes({ run, memory }: Kernels, pixels: Pixels, space: VideoColorSpaceInit): Planes {
  const planes = new Planes(kernels, pixels);
  const { stride, width, height } = planes.layout;
  const blocks = new KernelBlocks(kernels);
  const [staging, factors] = [
    blocks.allocate(4 * stride * height + 64),
    blocks.allocate(FACTOR_BYTES),
  ];
  const view = new Uint8Array(memory.memory.buffer, staging, 4 * stride * height);
  for (let y = 0; y < height; y++) {
    view.set(pixels.data.subarray(y * width * 4, (y + 1) * width * 4), y * stride * 4);
  }
  writeRgbaFactors(kernels, factors, 'RGBA', colorModelOf(space));
  run.rgbaToPlanes(planes.y, stride, staging, width, height, factors);
  blocks.free();
  return planes;
}

function hardMatte(size: Size, inside: Inside): Matte {
  const matte = new Matte(kernels, size);
  const { stride, width, height, lumaBytes } = matte.layout;
  const view = new Uint8Array(kernels.memory.memory.buffer, matte.full, lumaBytes);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) view[y * stride + x] = inside(x, y) ? 255 : 0;
  matte.halve();
  return matte;
}

/** Largest difference of any plane, padding apart. */
function planeDifference(a: Planes, b: Planes): number {
  const { layout } = a;
  const [va, vb] = [a.view(), b.view()];
  let worst = 0;
  const compare = (from: number, stride: number, width: number, height: number) => {
    for (let y = 0; y < height; y++)
      for (let at = from + y * stride; at < from + y * stride + width; at++)
        worst = Math.max(worst, Math.abs((va[at] ?? NaN) - (vb[at] ?? NaN)));
  };
  const { chromaStride, chromaWidth, chromaHeight, lumaBytes, chromaBytes } = layout;
  compare(0, layout.stride, layout.width, layout.height);
  compare(lumaBytes, chromaStride, chromaWidth, chromaHeight);
  compare(lumaBytes + chromaBytes, chromaStride, chromaWidth, chromaHeight);
  return worst;
}

function difference(size: Size, camera: Paint, behind: Paint, inside: Inside, space = {}): number {
  const pictures = { camera: painted(size, camera), behind: painted(size, behind) };
  const mask = Array.from({ length: size.width * size.height }, (_, at) =>
    Number(inside(at % size.width, Math.floor(at / size.width))),
  );
  const expected = composeReference(pictures.camera, pictures.behind, mask);
  const reference = toPlanes(kernels, expected, space);
  const planar = toPlanes(kernels, pictures.camera, space);
  const background = toPlanes(kernels, pictures.behind, space);
  const matte = hardMatte(size, inside);
  composePlanes(kernels, planar, background, matte);
  const worst = planeDifference(planar, reference);
  for (const part of [reference, planar, background, matte]) part.close();
  return worst;
}

/** Colours that differ from pixel to pixel. */
const noisy =
  (seed: number): Paint =>
  (x, y) => {
    const value = Math.imul(x * 73856093 + seed, 19349663) ^ Math.imul(y + seed, 83492791);
    return [value & 255, (value >> 8) & 255, (value >> 16) & 255];
  };

/** The same colours, one for each 2×2, so that halving chroma loses nothing. */
const coarse =
  (seed: number): Paint =>
  (x, y) =>
    noisy(seed)(x >> 1, y >> 1);

const SIZES: readonly Size[] = [
  { width: 64, height: 36 },
  { width: 65, height: 37 },
  { width: 1, height: 1 },
  { width: 7, height: 50 },
  { width: 320, height: 180 },
  // Masks of BodyPix: of 31:16, of frames that are a strip, and upright.
  { width: 256, height: 132 },
  { width: 256, height: 4 },
  { width: 4, height: 256 },
  { width: 192, height: 256 },
];

const disc =
  ({ width, height }: Size): Inside =>
  (x, y) =>
    Math.hypot((x - width / 2) / width, (y - height / 2) / height) < 0.35;

// R13 and R14: within two levels of the article's loop on hard mattes.
describe('the planar compositor equals the article’s loop', () => {
  for (const size of SIZES) {
    const name = `${size.width}×${size.height}`;
    const inside = disc(size);

    it(`on any hard matte, where colours are as coarse as chroma: ${name}`, () => {
      expect(difference(size, coarse(1), coarse(2), inside)).toBeLessThanOrEqual(2);
    });

    it(`on any colours, where the matte is as coarse as chroma: ${name}`, () => {
      const blocks: Inside = (x, y) => inside(x & ~1, y & ~1);
      expect(difference(size, noisy(3), noisy(4), blocks)).toBeLessThanOrEqual(2);
    });

    it(`in BT.709 of full range: ${name}`, () => {
      const space = { matrix: 'bt709', fullRange: true } as const;
      expect(difference(size, coarse(5), coarse(6), inside, space)).toBeLessThanOrEqual(2);
    });
  }

  it('and keeps white clothes', () => {
    const size = { width: 32, height: 32 };
    const white = () => [255, 255, 255] as const;
    expect(difference(size, white, () => [0, 0, 0], disc(size))).toBeLessThanOrEqual(2);
  });
});
