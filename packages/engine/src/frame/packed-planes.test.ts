import { describe, expect, it } from 'vitest';
import { PackedPlanes } from './packed-planes';
import { PlaneLayout } from './planes';

const PADDING = 255;

/** Planes of 3×3 in rows of 32 bytes, whose padding must not be seen. */
function paddedView(layout: PlaneLayout): Uint8Array {
  const view = new Uint8Array(layout.bytes).fill(PADDING);
  for (let row = 0; row < 3; row++) view.set([1, 2, 3], row * layout.stride);
  for (const [plane, value] of [4, 6].entries()) {
    for (let row = 0; row < 2; row++) {
      const at = layout.lumaBytes + plane * layout.chromaBytes + row * layout.chromaStride;
      view.set([value, value + 1], at);
    }
  }
  return view;
}

describe('PackedPlanes', () => {
  it('lets row follow row, in an even size, without a byte of the padding', () => {
    const layout = new PlaneLayout({ width: 3, height: 3 });
    const packed = new PackedPlanes(layout);
    expect(packed.coded).toEqual({ width: 4, height: 4 });
    const luma = [1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 0, 0, 0, 0];
    expect([...packed.pack(paddedView(layout))]).toEqual([...luma, 4, 5, 4, 5, 6, 7, 6, 7]);
  });
});
