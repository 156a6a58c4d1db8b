import type { LoadedBackground } from '../background/loaded-background';
import type { WireError } from '../errors';
import type { Size } from '../frame/frame-size';
import type { ModelChoice, View } from '../options';
import type { MaskCopy } from '../segment/mask-copy';
import type { InputSizing } from '../segment/worker-segmenter';
import type { ComputeFigures, SinkFigures } from '../stats';

/** Where the computing worker finds what it needs, as absolute addresses. */
export interface AssetUrls {
  readonly kernels: string;
  readonly relaxedKernels: string;
  readonly landscape: string;
  readonly general: string;
}

/**
 * What finds the person: models in the computing worker itself, or a segmenter in another one, to
 * which a port leads. Its connection is a number that no other has.
 */
export type SegmenterUse =
  | { readonly type: 'selfie'; readonly model: ModelChoice }
  | {
      readonly type: 'worker';
      readonly name: string;
      readonly input: InputSizing;
      readonly connection: number;
      readonly port: MessagePort;
    };

/** What the computing worker is made with. */
export interface ComputeSetup {
  readonly assets: AssetUrls;
  /** None where the first still loads in its own worker. */
  readonly segmenter: SegmenterUse | undefined;
  /** What the first frames will probably be like; the first model is chosen by it. */
  readonly size: Size;
}

/** What the page asks of the computing worker. */
export interface ComputeCalls {
  /** Loads kernels and model. To be called once and first. */
  open: { args: ComputeSetup; result: { relaxedSimd: boolean } };
  /**
   * What goes out from now on; without a background the one that is there stays. Frames read from
   * now on belong to `epoch`.
   */
  show: {
    args: { view: View; epoch: number; background: LoadedBackground | undefined };
    result: void;
  };
  /**
   * What finds the person from the next frame on; resolves once that is in force, between two frames.
   * Until it has loaded the one before works on.
   */
  segmenter: { args: { use: SegmenterUse }; result: void };
  /** A connection leads nowhere: frames fail until another comes, the one under way at once. */
  dropSegmenter: { args: { connection: number }; result: void };
  /** Where composites go: the other end is with the sink worker. */
  composites: { args: { port: MessagePort }; result: void };
  /** Reads frames from here on, and no longer from where it did. */
  frames: { args: { readable: ReadableStream<VideoFrame> }; result: void };
  /** Reads a track that moved here from here on, and stops it when it reads it no longer. */
  track: { args: { track: MediaStreamTrack }; result: void };
  /** Reads nothing any more. */
  stop: { args: object; result: void };
  /** One frame of a source that cannot be read here. Resolves once it is taken. */
  frame: { args: { frame: VideoFrame }; result: void };
  /** Pull style: a frame in, its composite out; no frame is dropped. */
  process: { args: { frame: VideoFrame }; result: { frame: VideoFrame } };
  /** The next frame shows another scene. */
  cut: { args: object; result: void };
  /** The mask alone. */
  segment: { args: { frame: VideoFrame }; result: { mask: MaskCopy } };
}

/** What the computing worker tells the page unasked. */
export type ComputeEvent =
  | { readonly type: 'figures'; readonly figures: ComputeFigures }
  | { readonly type: 'failed'; readonly error: WireError }
  /** A segmenter's worker is gone or silent, and its masks are missing from now on. */
  | { readonly type: 'segmenter-lost'; readonly connection: number; readonly error: WireError };

/**
 * How frames leave the sink worker: written to what moved there or into a track that is made there,
 * or posted to the page, which draws them.
 */
export type SinkOutput =
  | { readonly type: 'writable'; readonly writable: WritableStream<VideoFrame> }
  | { readonly type: 'generator' }
  | { readonly type: 'posted' };

/** What the page asks of the sink worker. */
export interface SinkCalls {
  /** Starts sending holding frames. Gives the track where it is made here. Once and first. */
  open: {
    args: { output: SinkOutput; size: Size; color: string };
    result: { track: MediaStreamTrack | undefined };
  };
  /** Where composites come from; replaces the port before it. */
  composites: { args: { port: MessagePort }; result: void };
  /** Replaces the holding frame's picture. */
  holding: { args: { background: LoadedBackground }; result: void };
  /** Refuses composites of epochs before this one, and forgets the last composite. */
  refuseBefore: { args: { epoch: number }; result: void };
  /** While the source is muted only holding frames go out. */
  muted: { args: { muted: boolean }; result: void };
  /** The page has taken a `frame`; so many more may come. */
  taken: { args: object; result: void };
  /** A clock that runs in hidden tabs too: a `tick` each so many milliseconds; 0 stops it. */
  ticks: { args: { intervalMs: number }; result: void };
  /** Ends the output. */
  close: { args: object; result: void };
}

/** What the sink worker tells the page unasked. */
export type SinkEvent =
  /** Composites go out: the first since the start, a mute, a failure, or a new computing worker. */
  | { readonly type: 'flowing' }
  | { readonly type: 'figures'; readonly figures: SinkFigures }
  /** Ten times a second, in hidden tabs too: time to look for what fires no event. */
  | { readonly type: 'beat' }
  | { readonly type: 'compute-lost' }
  | { readonly type: 'frame'; readonly frame: VideoFrame }
  | { readonly type: 'tick' }
  | { readonly type: 'ended' };

/** What the computing worker posts to the sink worker. */
export type CompositeMessage =
  | {
      readonly type: 'composite';
      readonly frame: VideoFrame;
      readonly epoch: number;
      readonly arrivedAtMs: number;
    }
  | { readonly type: 'failed' }
  | { readonly type: 'pong' };

/** What the sink worker posts to the computing worker. */
export interface PingMessage {
  readonly type: 'ping';
}
