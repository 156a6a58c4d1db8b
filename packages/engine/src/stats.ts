/** Median and 95th percentile of the last samples. */
export interface Distribution {
  /** Half of the samples are no larger. */
  readonly median: number;
  /** 95 of a hundred samples are no larger. */
  readonly p95: number;
}

/** The steps one frame goes through, in order. */
export type StageName = 'read' | 'shrink' | 'segment' | 'refine' | 'compose' | 'write';

/** What the computing worker counts. */
export interface ComputeFigures {
  /** Frames that came in. */
  readonly framesIn: number;
  /** Frames that were closed unseen because a newer one was there. */
  readonly framesDropped: number;
  /** Milliseconds of each stage, over the last frames; zeros while frames pass (`none`). */
  readonly stagesMs: Readonly<Record<StageName, Distribution>>;
  /** Share of composites whose mask was computed from that very frame, 0..1. */
  readonly maskShare: number;
  /**
   * The model in use, `landscape` or `general`, or the segmenter's name; undefined before the first
   * mask, and while frames pass (`none`).
   */
  readonly model: string | undefined;
}

/** What the sink worker counts. */
export interface SinkFigures {
  /** Of the frames that go out, in pixels; 0 before the first. */
  readonly width: number;
  /** Of the frames that go out, in pixels; 0 before the first. */
  readonly height: number;
  /** Composites per second that left, over the last second. */
  readonly fps: number;
  /** Composites that went out. */
  readonly framesOut: number;
  /** Holding frames and repeats that went out because there was no composite. */
  readonly framesHeld: number;
  /** From a frame's arrival at the engine to its composite's leaving, in milliseconds. */
  readonly latencyMs: Distribution;
}

/**
 * Which way frames come in and go out. `tracks`: the page makes MediaStreamTrackProcessor and
 * MediaStreamTrackGenerator (Chromium). `worker-tracks`: workers make MediaStreamTrackProcessor and
 * VideoTrackGenerator, and tracks move (Safari by its documentation; run against fakes of these
 * APIs only, never on a real Safari). `canvas`: the way that works everywhere.
 */
export type Path = 'tracks' | 'worker-tracks' | 'canvas';

/** How a processor is doing: counts since `start`, rates and times over the last seconds. */
export interface ProcessorStats extends ComputeFigures, SinkFigures {
  /** Which way frames come in and go out. */
  readonly path: Path;
  /** Why this path, in a sentence. */
  readonly pathReason: string;
  /** Whether the kernels use relaxed SIMD. */
  readonly relaxedSimd: boolean;
  /**
   * What the segmenter runs on: `wasm`, or what one in a worker of its own says; undefined while
   * there is none.
   */
  readonly backend: string | undefined;
}

const NOTHING: Distribution = { median: 0, p95: 0 };

/**
 * Median and 95th percentile.
 * @param samples - In any order; none gives zeros.
 */
export function distributionOf(samples: readonly number[]): Distribution {
  if (samples.length === 0) return NOTHING;
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  return { median: at(0.5), p95: at(0.95) };
}

/** Figures before anything was counted. */
export const NO_COMPUTE_FIGURES: ComputeFigures = {
  framesIn: 0,
  framesDropped: 0,
  stagesMs: {
    read: NOTHING,
    shrink: NOTHING,
    segment: NOTHING,
    refine: NOTHING,
    compose: NOTHING,
    write: NOTHING,
  },
  maskShare: 0,
  model: undefined,
};
