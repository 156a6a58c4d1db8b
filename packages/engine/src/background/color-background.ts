import type { Kernels } from '@cyclorama/kernels';
import { applyMatrix, rgbToCodes } from '../frame/color-model';
import { Planes } from '../frame/planes';
import type { PlaneBackground, Scene } from './plane-background';

/** One flat colour behind the person. */
export class ColorBackground implements PlaneBackground {
  readonly #kernels: Kernels;
  readonly #rgb: [number, number, number];
  #planes: Planes | undefined;

  /** @param color - sRGB, written `#rrggbb`. */
  constructor(kernels: Kernels, color: string) {
    this.#kernels = kernels;
    this.#rgb = parseColor(color);
  }

  resize({ size, color }: Scene): void {
    this.close();
    this.#planes = new Planes(this.#kernels, size);
    const { lumaBytes, chromaBytes } = this.#planes.layout;
    const [y, u, v] = applyMatrix(rgbToCodes(color), this.#rgb).map(Math.round);
    const view = this.#planes.view();
    view.fill(y ?? 0, 0, lumaBytes);
    view.fill(u ?? 0, lumaBytes, lumaBytes + chromaBytes);
    view.fill(v ?? 0, lumaBytes + chromaBytes);
  }

  planesFor(): Planes {
    if (!this.#planes) throw new Error('The background has no size yet.');
    return this.#planes;
  }

  close(): void {
    this.#planes?.close();
    this.#planes = undefined;
  }
}

/** `#rrggbb` → red, green and blue, 0..255. */
export function parseColor(color: string): [number, number, number] {
  const value = Number.parseInt(color.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}
