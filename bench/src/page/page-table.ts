import { formatNumber, formatTable } from '../table';
import type { PageResult } from './page';

/** The result for people. */
export const pageTable = (result: PageResult): string =>
  formatTable([
    ['first paint', `${formatNumber(result.firstPaintMs, 0)} ms`],
    ['script, gzip', `${formatNumber(result.scriptBytesGzip / 1000)} kB`],
    ['axe violations', String(result.axeViolations)],
    ['layout shift', formatNumber(result.layoutShift, 3)],
  ]);
