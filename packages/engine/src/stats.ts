/** Median and 95th percentile of the last samples. */
export interface Distribution {
  readonly median: number;
  readonly p95: number;
}

/** The steps one frame goes through, in order. */
export type StageName = 'read' | 'shrink' | 'segment' | 'refine' | 'compose' | 'write';

/** How a processor is doing: counts since `start`, rates and times over the last two seconds. */
export interface ProcessorStats {
  /** `tracks`: MediaStreamTrackProcessor and generator. `canvas`: the way that works everywhere. */
  readonly path: 'tracks' | 'canvas' | 'pull';
  /** Why this path, in a sentence. */
  readonly pathReason: string;
  /** Size of the frames that go out, in pixels. */
  readonly width: number;
  readonly height: number;
  /** Composites per second that left. */
  readonly fps: number;
  /** Frames that came in. */
  readonly framesIn: number;
  /** Composites that went out. */
  readonly framesOut: number;
  /** Frames that were closed unseen because a newer one was there. */
  readonly framesDropped: number;
  /** Holding frames and repeats that went out because there was no composite. */
  readonly framesHeld: number;
  /** From a frame's arrival at the engine to its composite's leaving, in milliseconds. */
  readonly latencyMs: Distribution;
  readonly stagesMs: Readonly<Record<StageName, Distribution>>;
  /** Share of composites whose mask was computed from that very frame, 0..1. */
  readonly maskShare: number;
  /** The model in use; none before the first mask. */
  readonly model?: 'landscape' | 'general';
  /** Whether the kernels use relaxed SIMD. */
  readonly relaxedSimd: boolean;
}
