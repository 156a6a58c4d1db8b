import { boundaryF } from '../src/measure/boundary-f';
import { iou } from '../src/measure/iou';
import type { TimedMatte } from './engine-matte';

/** How near the matte of one picture is to the true one. */
export interface PictureAccuracy {
  readonly iou: number;
  readonly boundaryF: number;
}

/** Accuracy and time of one picture by one way. */
export interface QualityReading extends PictureAccuracy {
  readonly ms: number;
}

/** Compares a matte with the true one of the same picture. */
export function qualityReading(
  { matte, ms }: TimedMatte,
  truth: Float32Array,
  size: ImageData,
): QualityReading {
  return { iou: iou(matte, truth), boundaryF: boundaryF(matte, truth, size), ms };
}
