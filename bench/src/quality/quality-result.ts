import type { PictureReading, QualityReading } from '../../page/quality';

/** One way's figures over all pictures; null is what is not measured yet. */
export interface QualityRow {
  readonly name: 'engine' | 'raw';
  readonly iou: number;
  readonly boundaryF: null;
  readonly bandError: null;
  readonly flicker: null;
  readonly compositeError: null;
  readonly msPerFrame: number;
}

/** What `quality` prints. */
export interface QualityResult {
  readonly frames: number;
  readonly rows: readonly QualityRow[];
}

/** Means over the pictures. */
export function qualityResult(readings: readonly PictureReading[]): QualityResult {
  return {
    frames: readings.length,
    rows: [
      qualityRow(
        'engine',
        readings.map(({ engine }) => engine),
      ),
      qualityRow(
        'raw',
        readings.map(({ raw }) => raw),
      ),
    ],
  };
}

function qualityRow(name: QualityRow['name'], readings: readonly QualityReading[]): QualityRow {
  const mean = (pick: (reading: QualityReading) => number): number =>
    readings.reduce((sum, reading) => sum + pick(reading), 0) / readings.length;
  return {
    name,
    iou: mean(({ iou }) => iou),
    boundaryF: null,
    bandError: null,
    flicker: null,
    compositeError: null,
    msPerFrame: mean(({ ms }) => ms),
  };
}
