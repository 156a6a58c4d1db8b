import type { Kernels } from '@cyclorama/kernels';
import { ColorBackground } from './color-background';
import type { LoadedBackground } from './loaded-background';
import type { PlaneBackground } from './plane-background';

/** The planes' side of a loaded background; none for `none`. Takes over the bitmap. */
export function makeBackground(
  kernels: Kernels,
  background: LoadedBackground,
): PlaneBackground | undefined {
  switch (background.type) {
    case 'none':
      return undefined;
    case 'color':
      return new ColorBackground(kernels, background.color);
    default:
      throw new Error(background.type);
  }
}
