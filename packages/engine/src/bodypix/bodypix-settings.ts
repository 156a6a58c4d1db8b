import type { PartName } from './part-names';

/** Which of BodyPix' two networks. ResNet50 is larger, slower and more accurate. */
export type BodypixArchitecture = 'MobileNetV1' | 'ResNet50';

/** Part of the frame's edges that the model sees: 0.25, 0.5, 0.75, 1, or a number from 0.1 to 1. */
export type InternalResolution = 'low' | 'medium' | 'high' | 'full' | number;

/**
 * Whom of several people to keep, found apart by `segmentMultiPerson`: `all` of them, the one who
 * covers the most pixels, or the one whose middle is nearest to the picture's. Their masks are
 * binary. With a still camera the last two drop passers-by.
 */
export type People = 'all' | 'largest' | 'nearest-to-middle';

/**
 * Which parts of the person are the person: only those to `keep`, or with `hide` everything but
 * those.
 *
 * With `hide` **the room stays visible, on purpose**: only the parts named, such as a face, go under
 * the background. Where the model does not find the part, nothing hides it.
 */
export type Parts = PartsToKeep | PartsToHide;

/** Nothing but these is the person. */
export interface PartsToKeep {
  /** One part or more; the rest of the person goes under the background. */
  readonly keep: readonly PartName[];
  /** Not beside `keep`. */
  readonly hide?: undefined;
}

/** Everything but these stays visible, the room too. */
export interface PartsToHide {
  /** One part or more, which go under the background. */
  readonly hide: readonly PartName[];
  /** Not beside `hide`. */
  readonly keep?: undefined;
}

/** What runs the network: the engine's own runtime, TensorFlow.js, or the faster that can. */
export type BodypixRuntime = 'auto' | 'own' | 'tfjs';

/** On what TensorFlow.js computes; `auto` measures those that work here and takes the fastest. */
export type TfjsBackend = 'auto' | 'wasm' | 'webgl' | 'webgpu';

/**
 * How BodyPix finds the person. Names, ranges and meanings are those of BodyPix 2.2 (the README of
 * `@tensorflow-models/body-pix` 2.2.1); defaults are those of its README, with weights of two bytes.
 *
 * `internalResolution`, `segmentationThreshold`, `parts`, and `people` where TensorFlow.js runs
 * already, change from one frame to the next. All others need other weights or another worker:
 * `processor.update()` loads those while the former ones go on.
 */
export interface BodypixSettings {
  /** Default `MobileNetV1`. `ResNet50` runs on TensorFlow.js only, and has not been measured. */
  readonly architecture?: BodypixArchitecture;
  /**
   * Pixels of the model's input for each value of its output: 8 or 16 for MobileNetV1, 16 or 32 for
   * ResNet50. Smaller is finer and slower. Default 16.
   */
  readonly outputStride?: 8 | 16 | 32;
  /** Width of MobileNetV1's layers: less is faster and less accurate. Default 0.75. */
  readonly multiplier?: 0.5 | 0.75 | 1;
  /** Bytes of each weight in the file: less is a smaller download. Default 2. */
  readonly quantBytes?: 1 | 2 | 4;
  /**
   * Address of the weights' `model.json`; its shards lie beside it. To be of the page's own origin
   * where the policy says `connect-src 'self'`, and of the architecture and stride that are set.
   * Default: in `models/bodypix/` below `assetsUrl`, named as in the publisher's own tree, for
   * example `models/bodypix/mobilenet/quant2/075/model-stride16.json`.
   */
  readonly modelUrl?: string | URL;
  /**
   * Default `medium`, half of each edge. On the engine's own runtime the model sees up to some 2.8
   * million pixels at the multiplier 0.75, such as 2240×1260, and 4.1 million at 0.5; frames of which
   * it would have to see more fail with an error that says so.
   */
  readonly internalResolution?: InternalResolution;
  /**
   * How sure the model must be that a pixel is the person, between 0 and 1, both excluded. Less
   * takes in more of the room. Default 0.7.
   */
  readonly segmentationThreshold?: number;
  /** Default: everyone, in one soft mask, by `segmentPerson`. Another needs TensorFlow.js. */
  readonly people?: People;
  /** Default: the whole person. Not together with `people`. */
  readonly parts?: Parts;
  /**
   * Default `auto`: the engine's own for MobileNetV1 without `people` and `backend`, otherwise
   * TensorFlow.js, whose packages the app must have installed then.
   */
  readonly runtime?: BodypixRuntime;
  /** Default `auto`. Of TensorFlow.js alone. */
  readonly backend?: TfjsBackend;
  /**
   * Folder that serves the engine's assets, as in `ProcessorOptions`, and below it the weights in
   * `models/bodypix/` and TensorFlow.js' `.wasm` files in `models/tfjs/`. Default: kernels beside the
   * engine's own script, `models/` beside the page.
   */
  readonly assetsUrl?: string | URL;
}
