import type { SegmentArgs } from '../segment/worker-segmenter';

/** The person is what is red in the picture. */
export function paintRed({ pixels, mask, input, wanted }: SegmentArgs): void {
  const [rgb, found] = [new Float32Array(pixels), new Float32Array(mask)];
  for (let at = 0; at < found.length; at++) {
    const x = Math.floor((((at % wanted.width) + 0.5) / wanted.width) * input.width);
    const y = Math.floor(((Math.floor(at / wanted.width) + 0.5) / wanted.height) * input.height);
    const [red = 0, green = 0, blue = 0] = rgb.subarray(3 * (y * input.width + x));
    found[at] = red - Math.max(green, blue) > 0.4 ? 1 : 0;
  }
}

/** The person is an ellipse in the middle, whatever the picture shows. */
export function paintMiddle({ mask, wanted }: SegmentArgs): void {
  new Float32Array(mask).forEach((_, at, found) => {
    const x = (2 * ((at % wanted.width) + 0.5)) / wanted.width - 1;
    const y = (2 * (Math.floor(at / wanted.width) + 0.5)) / wanted.height - 1;
    found[at] = x * x + y * y < 0.16 ? 1 : 0;
  });
}
