/** How code values mean colours: the matrix by its weights of red and blue, and the range. */
export interface ColorModel {
  readonly kr: number;
  readonly kb: number;
  /** Luma 0..255 and chroma ±127.5 instead of 16..235 and ±112. */
  readonly fullRange: boolean;
}

/** Three rows (outputs) of four factors: for the three inputs, and a constant. */
type ColorMatrix = readonly [ColorRow, ColorRow, ColorRow];
type ColorRow = readonly [number, number, number, number];

const BT601 = { kr: 0.299, kb: 0.114 };
const BT709 = { kr: 0.2126, kb: 0.0722 };
const BT2020 = { kr: 0.2627, kb: 0.0593 };

const MATRICES: Readonly<Record<string, typeof BT601>> = { bt709: BT709, 'bt2020-ncl': BT2020 };

/**
 * What frames made of RGB pixels become. The matrix is the one that receivers of WebRTC video
 * assume; primaries and transfer are those of the canvas, so that nothing shifts when drawn.
 */
export const RGB_SOURCE_COLOR_SPACE: VideoColorSpaceInit = {
  primaries: 'bt709',
  transfer: 'iec61966-2-1',
  matrix: 'smpte170m',
  fullRange: false,
};

/**
 * The model of a colour space. What is null counts as BT.601 of limited range: camera frames carry
 * nulls, and that is how Chromium draws them.
 */
export function colorModelOf(space: VideoColorSpaceInit): ColorModel {
  return { ...(MATRICES[space.matrix ?? ''] ?? BT601), fullRange: space.fullRange ?? false };
}

/** Whether two models are the same. */
export function sameColorModel(a: ColorModel | undefined, b: ColorModel): boolean {
  return a?.kr === b.kr && a.kb === b.kb && a.fullRange === b.fullRange;
}

const rangeOf = ({ fullRange }: ColorModel) =>
  fullRange ? { black: 0, luma: 255, chroma: 255 } : { black: 16, luma: 219, chroma: 224 };

/** RGB 0..255 → code values 0..255 of Y, U and V. */
export function rgbToCodes(model: ColorModel): ColorMatrix {
  const { kr, kb } = model;
  const { black, luma, chroma } = rangeOf(model);
  const kg = 1 - kr - kb;
  const [l, u, v] = [luma / 255, chroma / 255 / 2 / (1 - kb), chroma / 255 / 2 / (1 - kr)];
  return [
    [l * kr, l * kg, l * kb, black],
    [-u * kr, -u * kg, u * (1 - kb), 128],
    [v * (1 - kr), -v * kg, -v * kb, 128],
  ];
}

/** Code values 0..255 of Y, U and V → RGB 0..255. */
export function codesToRgb(model: ColorModel): ColorMatrix {
  const { kr, kb } = model;
  const { black, luma, chroma } = rangeOf(model);
  const kg = 1 - kr - kb;
  const l = 255 / luma;
  const [b, r] = [(2 * (1 - kb) * 255) / chroma, (2 * (1 - kr) * 255) / chroma];
  const [gb, gr] = [(-b * kb) / kg, (-r * kr) / kg];
  return [
    [l, 0, r, -l * black - r * 128],
    [l, gb, gr, -l * black - (gb + gr) * 128],
    [l, b, 0, -l * black - b * 128],
  ];
}

/** Three values through a matrix, neither rounded nor clamped. */
export function applyMatrix(
  matrix: ColorMatrix,
  [a, b, c]: readonly [number, number, number],
): [number, number, number] {
  const row = (r: ColorRow) => r[0] * a + r[1] * b + r[2] * c + r[3];
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
}
