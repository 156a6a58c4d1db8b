import type { ColorModel } from '../frame/color-model';
import type { Planes } from '../frame/planes';
import type { Orientation, Size } from '../frame/frame-size';

/** A segmenter's raw output, in kernel memory; valid until the next frame is segmented. */
export interface Mask extends Size {
  /** Person probability 0..1, packed 32-bit floats `[H,W]`; garbage is the refiner's to refuse. */
  readonly pointer: number;
  /** The luma of the same pixels, packed 32-bit floats `[H,W]`, code values divided by 256. */
  readonly guide: number;
}

/** Finds the person in planes that lie in kernel memory. */
export interface PlaneSegmenter {
  /** What it is called in figures; nothing before the first `resize`. */
  readonly model?: string | undefined;
  /** Resolves once it has what pictures need that are shown at a size, or cannot have it. */
  ready?(shown: Size): Promise<void>;
  /**
   * Prepares for planes of a size, and for how they are turned when displayed: a model is to see
   * people upright. The mask lies as the planes do. Allocates; called when either changes.
   */
  resize(size: Size, orientation: Orientation): void;
  /** Planes → the model's input. */
  shrink(planes: Planes, color: ColorModel): void;
  /** The model's input → mask; awaited where the model runs in another worker. */
  segment(): Mask | Promise<Mask>;
  /** Frees what `resize` took. The sessions are their owner's to close. A wait for a mask ends. */
  close(): void;
}
