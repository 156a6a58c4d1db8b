import type { Kernels } from '@cyclorama/kernels';
import { BlurredPlanes } from './blurred-planes';
import { ColorPainter } from './color-painter';
import { ImagePainter } from './image-painter';
import type { LoadedBackground } from './loaded-background';
import type { PlaneBackground } from './plane-background';
import { StillPlanes } from './still-planes';

/** The planes' side of a loaded background; none for `none`. Takes over the bitmap. */
export function makeBackground(
  kernels: Kernels,
  background: LoadedBackground,
): PlaneBackground | undefined {
  switch (background.type) {
    case 'none':
      return undefined;
    case 'blur':
      return new BlurredPlanes(kernels, background.strength);
    case 'color':
      return new StillPlanes(kernels, new ColorPainter(background.color));
    case 'image':
      return new StillPlanes(kernels, new ImagePainter(kernels, background.bitmap, background.fit));
    default:
      return background satisfies never;
  }
}
