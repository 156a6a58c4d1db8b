import { formatNumber, formatTable, type Row } from '../table';
import type { QualityResult } from './quality-result';

/** The result for people. */
export function qualityTable({ frames, rows }: QualityResult): string {
  return formatTable([
    [`${frames} frames`, 'IoU', 'boundary F', 'ms/frame'],
    ...rows.map(({ name, iou, boundaryF, msPerFrame }): Row => [
      name,
      formatNumber(iou, 4),
      formatNumber(boundaryF, 4),
      formatNumber(msPerFrame),
    ]),
  ]);
}
