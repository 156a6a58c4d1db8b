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
const DETAIL = 5;
/** Of all blocks, for a frame to show something. */
const LEAST_SHARE = 0.04;

/**
 * Whether a frame shows a composite: part of the camera's picture, and part of the background.
 * @param output - A copy of the frame that came out.
 * @param camera - A copy of a frame of the same clip; people may have moved meanwhile.
 * @param background - A copy of what stands behind; none where that is the blurred room.
 * @returns Undefined for a composite, else what it shows instead.
 */
export function compositeFault(
  output: Sample,
  camera: Sample,
  background: Sample | undefined,
): string | undefined {
  const blocks = blocksOf(output);
  const isReplaced = background
    ? (block: Block) => !alike(output, camera, block) && alike(output, background, block)
    : (block: Block) => detail(camera, block) > DETAIL && !isSharp(output, camera, block);
  const isKept = background
    ? (block: Block) => alike(output, camera, block) && !alike(output, background, block)
    : (block: Block) => detail(camera, block) > DETAIL && isSharp(output, camera, block);
  const showsBackground = blocks.filter(isReplaced).length >= blocks.length * LEAST_SHARE;
  const showsCamera = blocks.filter(isKept).length >= blocks.length * LEAST_SHARE;
  if (showsBackground && showsCamera) return undefined;
  if (showsBackground) return 'it shows the background and nobody in front of it';
  return showsCamera ? 'it shows the room' : 'it shows neither the camera nor the background';
}

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

const isSharp = (output: Sample, camera: Sample, block: Block): boolean =>
  detail(output, block) > detail(camera, block) / 2;

/** Of one colour channel. */
const mean = (sample: Sample, block: Block, channel: number): number =>
  overBlock(sample, block, (pixel) => sample.data[pixel * 4 + channel] ?? 0);

/** Mean difference of neighbours in green. */
const detail = (sample: Sample, block: Block): number =>
  overBlock(sample, block, (pixel) =>
    Math.abs((sample.data[pixel * 4 + 1] ?? 0) - (sample.data[pixel * 4 + 5] ?? 0)),
  );

function overBlock({ width }: Sample, block: Block, of: (pixel: number) => number): number {
  let sum = 0;
  for (let y = 0; y < BLOCK_PX; y++) {
    // The last column has no neighbour within the block.
    for (let x = 0; x < BLOCK_PX - 1; x++) sum += of(block + y * width + x);
  }
  return sum / (BLOCK_PX * (BLOCK_PX - 1));
}
