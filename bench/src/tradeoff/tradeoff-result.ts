import type { PictureAccuracy } from '../../page/quality-reading';
import type { FrameCost } from '../../page/timed-track';
import { mean } from '../measure/distribution';
import type { Candidate } from './candidates';

/** What one setting costs and gives. */
export interface TradeoffPoint {
  readonly name: string;
  readonly segmenter: Candidate['segmenter'];
  readonly settings: Candidate['settings'];
  /** The sum of the stages' medians. */
  readonly msPerFrame: number;
  /** Means over the frames; null without true mattes. */
  readonly iou: number | null;
  readonly boundaryF: number | null;
  /** Of the last 120 frames. */
  readonly stagesMs: FrameCost['stagesMs'];
  /** What computed the masks: `wasm` is the engine's own runtime. */
  readonly backend: string | null;
}

/** What `tradeoff` prints. */
export interface TradeoffResult {
  readonly clip: string;
  readonly width: number;
  readonly height: number;
  readonly frames: number;
  readonly points: readonly TradeoffPoint[];
  /** Settings without a point, and why. */
  readonly leftOut: readonly LeftOut[];
}

/** A setting that has no figures. */
export interface LeftOut {
  readonly name: string;
  readonly reason: string;
}

/** A point of one pass over the clip. */
export function tradeoffPoint(
  { name, segmenter, settings }: Candidate,
  { stagesMs, backend }: FrameCost,
  accuracies: readonly PictureAccuracy[],
): TradeoffPoint {
  const stages = Object.values(stagesMs);
  return {
    name,
    segmenter,
    settings,
    msPerFrame: stages.reduce((sum, { median }) => sum + median, 0),
    iou: mean(accuracies.map(({ iou }) => iou)),
    boundaryF: mean(accuracies.map(({ boundaryF }) => boundaryF)),
    stagesMs,
    backend: backend ?? null,
  };
}
