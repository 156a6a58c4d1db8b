import { applyMatrix, rgbToCodes } from '../frame/color-model';
import type { Planes } from '../frame/planes';
import type { Scene } from './plane-background';
import type { Painter } from './still-planes';

/** Paints one flat colour. */
export class ColorPainter implements Painter {
  readonly #rgb: [number, number, number];

  /** @param color - sRGB, written `#rrggbb`. */
  constructor(color: string) {
    const value = Number.parseInt(color.slice(1), 16);
    this.#rgb = [(value >> 16) & 255, (value >> 8) & 255, value & 255];
  }

  paint(planes: Planes, { color }: Scene): void {
    const { lumaBytes, chromaBytes } = planes.layout;
    const [y, u, v] = applyMatrix(rgbToCodes(color), this.#rgb).map(Math.round);
    const view = planes.view();
    view.fill(y ?? 0, 0, lumaBytes);
    view.fill(u ?? 0, lumaBytes, lumaBytes + chromaBytes);
    view.fill(v ?? 0, lumaBytes + chromaBytes);
  }

  close(): void {
    // It holds nothing.
  }
}
