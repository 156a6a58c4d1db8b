import { formatNumber, formatTable } from '../table';
import type { QualityResult } from './quality-result';

/** The result for people. */
export function qualityTable({ frames, rows }: QualityResult): string {
  return formatTable([
    [`${frames} frames`, 'IoU', 'ms/frame'],
    ...rows.map(
      ({ name, iou, msPerFrame }) =>
        [name, formatNumber(iou, 4), formatNumber(msPerFrame)] as const,
    ),
  ]);
}
