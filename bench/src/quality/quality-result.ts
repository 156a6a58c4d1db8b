import type { PictureReading } from '../../page/quality';
import type { QualityReading } from '../../page/quality-reading';
import { mean } from '../measure/distribution';

/** One way's figures over all pictures; null is what is not measured yet, or not here. */
export interface QualityRow {
  readonly name: 'engine' | 'raw' | 'bodypix';
  readonly iou: number | null;
  readonly boundaryF: number | null;
  readonly bandError: null;
  readonly flicker: null;
  readonly compositeError: null;
  readonly msPerFrame: number | null;
}

/** What `quality` prints. */
export interface QualityResult {
  readonly frames: number;
  readonly rows: readonly QualityRow[];
}

/** Means over the pictures. */
export function qualityResult(readings: readonly PictureReading[]): QualityResult {
  const rowOf = (name: QualityRow['name']): QualityRow =>
    qualityRow(
      name,
      readings.flatMap(({ [name]: reading }) => reading ?? []),
    );
  return { frames: readings.length, rows: [rowOf('engine'), rowOf('raw'), rowOf('bodypix')] };
}

function qualityRow(name: QualityRow['name'], readings: readonly QualityReading[]): QualityRow {
  return {
    name,
    iou: mean(readings.map(({ iou }) => iou)),
    boundaryF: mean(readings.map(({ boundaryF }) => boundaryF)),
    bandError: null,
    flicker: null,
    compositeError: null,
    msPerFrame: mean(readings.map(({ ms }) => ms)),
  };
}
