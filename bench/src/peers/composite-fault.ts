/** Pixels of a small copy of a frame, as ImageData has them. */
export interface Sample {
  readonly width: number;
  readonly height: number;
  readonly data: ArrayLike<number>;
}

/** Sides of a block, in pixels of the copy. */
const BLOCK_PX = 10;
/** Browsers and shaders convert colours differently; reds shift by 17 levels. */
const SAME_COLOUR = 30;
/** Below that a block of the camera is flat, and a blur of it looks like itself. */
const DETAIL = 50;
/** Of the blocks that tell, for a frame to show something. */
const LEAST_SHARE = 0.04;
/** Of those with detail, for the room to be blurred: where something moves there is less too. */
const LEAST_BLURRED_SHARE = 0.2;

/**
 * Whether a frame shows a composite: part of the camera's picture, and part of the background.
 * @param output - A copy of the frame that came out.
 * @param camera - A copy of a frame of the same clip; people may have moved meanwhile.
 * @param background - A copy of what stands behind; none where that is the blurred room.
 * @returns Undefined for a composite, else what is missing.
 */
export function compositeFault(
  output: Sample,
  camera: Sample,
  background: Sample | undefined,
): string | undefined {
  const { ofBackground, ofCamera } = background
    ? sharesOver(output, camera, background)
    : sharesOfBlur(output, camera);
  const isReplaced = ofBackground >= (background ? LEAST_SHARE : LEAST_BLURRED_SHARE);
  const isKept = ofCamera >= LEAST_SHARE;
  if (isReplaced && isKept) return undefined;
  if (isReplaced) return 'nobody is in front of the background';
  return isKept ? 'nothing of the background is there' : 'it shows neither camera nor background';
}

/** Shares 0..1 of the blocks that tell. */
interface Shares {
  readonly ofBackground: number;
  readonly ofCamera: number;
}

function sharesOver(output: Sample, camera: Sample, background: Sample): Shares {
  const blocks = blocksOf(output);
  const looksLike = (one: Sample, other: Sample) => (block: Block) =>
    alike(output, one, block) && !alike(output, other, block);
  return {
    ofBackground: share(blocks, looksLike(background, camera)),
    ofCamera: share(blocks, looksLike(camera, background)),
  };
}

function sharesOfBlur(output: Sample, camera: Sample): Shares {
  const blocks = blocksOf(output).filter((block) => detail(camera, block) > DETAIL);
  const ofCamera = share(blocks, (block) => detail(output, block) > detail(camera, block) / 2);
  return { ofBackground: 1 - ofCamera, ofCamera };
}

const share = (blocks: readonly Block[], has: (block: Block) => boolean): number =>
  blocks.filter(has).length / blocks.length;

/** The index of the pixel in a block's corner. */
type Block = number;

function blocksOf({ width, height }: Sample): Block[] {
  const columns = Math.floor(width / BLOCK_PX);
  const rows = Math.floor(height / BLOCK_PX);
  return Array.from({ length: columns * rows }, (_, index) => {
    const row = Math.floor(index / columns);
    return (row * width + (index % columns)) * BLOCK_PX;
  });
}

const alike = (one: Sample, other: Sample, block: Block): boolean =>
  [0, 1, 2].every(
    (channel) => Math.abs(mean(one, block, channel) - mean(other, block, channel)) <= SAME_COLOUR,
  );

/** Of one colour channel. */
const mean = (sample: Sample, block: Block, channel: number): number =>
  overBlock(sample, block, (pixel) => sample.data[pixel * 4 + channel] ?? 0);

/** Mean squared difference of neighbours in green: one edge, blurred, has the same differences. */
const detail = (sample: Sample, block: Block): number =>
  overBlock(
    sample,
    block,
    (pixel) => ((sample.data[pixel * 4 + 1] ?? 0) - (sample.data[pixel * 4 + 5] ?? 0)) ** 2,
  );

function overBlock({ width }: Sample, block: Block, of: (pixel: number) => number): number {
  let sum = 0;
  for (let y = 0; y < BLOCK_PX; y++) {
    // The last column has no neighbour within the block.
    for (let x = 0; x < BLOCK_PX - 1; x++) sum += of(block + y * width + x);
  }
  return sum / (BLOCK_PX * (BLOCK_PX - 1));
}
