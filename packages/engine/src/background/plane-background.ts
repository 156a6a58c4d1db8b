import type { ColorModel } from '../frame/color-model';
import type { Orientation, Size } from '../frame/frame-size';
import type { Planes } from '../frame/planes';
import type { Matte } from '../matte/matte';

/** What a background must know of the frames it stands behind. */
export interface Scene {
  /** Size of the planes, before they are turned for display. */
  readonly size: Size;
  readonly orientation: Orientation;
  readonly color: ColorModel;
}

/** A background as planes in the frame's own size, matrix and range. */
export interface PlaneBackground {
  /** Prepares for a scene. The only place that allocates or draws; called when it changes. */
  resize(scene: Scene): void;
  /** The planes for one frame, valid until the next call. */
  planesFor(frame: Planes, matte: Matte): Planes;
  /** Frees the planes and closes what was given. */
  close(): void;
}
