import type { Size } from '../frame/frame-size';

/** How large a picture a segmenter's model sees, for frames of a size: each edge by itself. */
export interface InputSizing {
  /** Part of the frame's edge, more than 0 to 1. */
  readonly scale: number;
  /** Edges are `n·step + plus` pixels; n is how many whole steps the part has, at least 1. */
  readonly step: number;
  /** As `step`; 1 for models whose edges are aligned at corners. */
  readonly plus: 0 | 1;
}

/**
 * A segmenter that runs in a worker of its own, beside the selfie models that are built in. Made by
 * `bodypix()`, and not by hand. It is a description: nothing is loaded before a processor uses it.
 */
export interface WorkerSegmenter {
  /** What it is called in figures and messages. */
  readonly name: string;
  /** Two that have the same key share worker and weights: going over to the other loads nothing. */
  readonly key: string;
  /** What the worker is told with `open` and `change`; can be cloned. */
  readonly settings: object;
  /** What its model sees. */
  readonly input: InputSizing;
  /** Starts its worker, which serves `SegmenterCalls`. */
  startWorker(): Worker;
}

/** How long a mask may take before its worker counts as lost: large models take seconds. */
export const MASK_PATIENCE_MS = 10_000;

/** What the page asks of a segmenter's worker. */
export interface SegmenterCalls {
  /** Loads the weights; once and first. Gives what computes: `wasm`, `tfjs-webgl` … */
  open: { args: { settings: object }; result: { backend: string } };
  /** Other settings under the same key, from the next picture on. */
  change: { args: { settings: object }; result: void };
  /**
   * Where pictures come from: the other end is with a computing worker. Ports that came before are
   * served on, as what is under way there must not wait in vain; the other end closes them.
   */
  connect: { args: { port: MessagePort }; result: void };
  /** What it holds, for tests of leaks. */
  holdings: { args: object; result: { tensors: number } };
}

/** What the computing worker asks of it over the port, a `MaskCalls` served by `serveCalls`. */
export interface MaskCalls {
  /** One picture at a time. Both buffers move there and come back, so that none is made a frame. */
  segment: { args: SegmentArgs; result: SegmentBuffers };
}

/** The two buffers of a picture, of 32-bit floats, little endian. */
export interface SegmentBuffers {
  /** The picture, upright: RGB 0..1, `[H,W,3]` of the input's size. */
  readonly pixels: ArrayBuffer;
  /** Person probability 0..1, `[H,W]` of the mask's size, to be filled: 0.5 is the edge. */
  readonly mask: ArrayBuffer;
}

/** A picture and what is wanted of it. The picture is the whole frame, stretched to `input`. */
export interface SegmentArgs extends SegmentBuffers {
  readonly input: Size;
  readonly wanted: Size;
}
