import type { Kernels } from '@cyclorama/kernels';
import { BlurBackground } from './blur-background';
import { ColorBackground } from './color-background';
import { ImageBackground } from './image-background';
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
    case 'blur':
      return new BlurBackground(kernels, background.strength);
    case 'color':
      return new ColorBackground(kernels, background.color);
    case 'image':
      return new ImageBackground(kernels, background.bitmap, background.fit);
    default:
      return background satisfies never;
  }
}
