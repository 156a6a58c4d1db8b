/** BT.601 in limited range: what a camera's frames are, and what null means in Chromium. */
const BT601_LIMITED = {
  matrix: 'smpte170m',
  primaries: 'smpte170m',
  transfer: 'smpte170m',
  fullRange: false,
} as const;

/** Luma of black and white in limited range, of 255. */
export const LUMA_BLACK = 16;
export const LUMA_WHITE = 235;

/**
 * Builds an I420 frame from a picture; the caller closes it.
 * @param picture - RGBA; an alpha other than 255 is not looked at.
 */
export function yuvFrame({ data, width, height }: ImageData, timestampUs: number): VideoFrame {
  const chromaWidth = Math.ceil(width / 2);
  const chromaSize = chromaWidth * Math.ceil(height / 2);
  const planes = new Uint8Array(width * height + 2 * chromaSize);
  const blue = planes.subarray(width * height, width * height + chromaSize);
  const red = planes.subarray(width * height + chromaSize);
  fillLuma(planes, data, width * height);
  fillChroma(blue, red, data, width, height);
  return new VideoFrame(planes, {
    format: 'I420',
    codedWidth: width,
    codedHeight: height,
    timestamp: timestampUs,
    colorSpace: BT601_LIMITED,
  });
}

function fillLuma(luma: Uint8Array, rgba: Uint8ClampedArray, pixels: number): void {
  for (let pixel = 0; pixel < pixels; pixel++) {
    const { r, g, b } = colorAt(rgba, pixel);
    luma[pixel] = Math.round(LUMA_BLACK + (65.481 * r + 128.553 * g + 24.966 * b) / 255);
  }
}

function fillChroma(
  blue: Uint8Array,
  red: Uint8Array,
  rgba: Uint8ClampedArray,
  width: number,
  height: number,
): void {
  let place = 0;
  for (let y = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2, place++) {
      const { r, g, b } = meanOfFour(rgba, width, height, x, y);
      blue[place] = Math.round(128 + (-37.797 * r - 74.203 * g + 112 * b) / 255);
      red[place] = Math.round(128 + (112 * r - 93.786 * g - 18.214 * b) / 255);
    }
  }
}

interface Color {
  readonly r: number;
  readonly g: number;
  readonly b: number;
}

function colorAt(rgba: Uint8ClampedArray, pixel: number): Color {
  const place = pixel * 4;
  return { r: rgba[place] ?? 0, g: rgba[place + 1] ?? 0, b: rgba[place + 2] ?? 0 };
}

/** A pixel of chroma stands for a square of four; at an odd edge the last ones count twice. */
function meanOfFour(
  rgba: Uint8ClampedArray,
  width: number,
  height: number,
  x: number,
  y: number,
): Color {
  const right = Math.min(x + 1, width - 1);
  const below = Math.min(y + 1, height - 1);
  const four = [y * width + x, y * width + right, below * width + x, below * width + right].map(
    (pixel) => colorAt(rgba, pixel),
  );
  const mean = (pick: (color: Color) => number): number =>
    four.reduce((sum, color) => sum + pick(color) / 4, 0);
  return { r: mean(({ r }) => r), g: mean(({ g }) => g), b: mean(({ b }) => b) };
}

/**
 * The luma plane of a frame, `[height, width]`. Closes the frame.
 * @throws Error when the frame has no planes.
 */
export async function takeLuma(frame: VideoFrame): Promise<Uint8Array> {
  try {
    if (frame.format !== 'I420' && frame.format !== 'NV12') {
      throw new Error(`A composite in ${String(frame.format)}, not in planes.`);
    }
    const { width, height } = frame.visibleRect ?? { width: 0, height: 0 };
    const planes = new Uint8Array(frame.allocationSize());
    const [luma] = await frame.copyTo(planes);
    const { offset = 0, stride = width } = luma ?? {};
    const packed = new Uint8Array(width * height);
    for (let row = 0; row < height; row++) {
      const start = offset + row * stride;
      packed.set(planes.subarray(start, start + width), row * width);
    }
    return packed;
  } finally {
    frame.close();
  }
}
