import { parseBenchArgs } from './args/args';
import type { BenchOptions } from './args/options';
import { UsageError } from './args/usage';
import { bodypix } from './bodypix/bodypix';
import { bodypixTable } from './bodypix/bodypix-table';
import { chime } from './chime/chime';
import { chimeTable } from './chime/chime-table';
import { kernels } from './kernels/kernels';
import { kernelsTable } from './kernels/kernels-table';
import { meeting } from './meeting/meeting';
import { meetingTable } from './meeting/meeting-table';
import { page } from './page/page';
import { pageTable } from './page/page-table';
import { peers } from './peers/peers';
import { peersTable } from './peers/peers-table';
import { quality } from './quality/quality';
import { qualityTable } from './quality/quality-table';
import { speed } from './speed/speed';
import { speedTable } from './speed/speed-table';
import { tradeoff } from './tradeoff/tradeoff';
import { tradeoffTable } from './tradeoff/tradeoff-table';

/** Runs a bench; gives its text, JSON or a table. */
async function runBench(options: BenchOptions): Promise<string> {
  switch (options.bench) {
    case 'speed':
      return print(options, await speed(options), speedTable);
    case 'peers':
      return print(options, await peers(options), peersTable);
    case 'page':
      return print(options, await page(), pageTable);
    case 'kernels':
      return print(options, await kernels(options), kernelsTable);
    case 'bodypix':
      return print(options, await bodypix(options), bodypixTable);
    case 'chime':
      return print(options, await chime(options), chimeTable);
    case 'meeting':
      return print(options, await meeting(options), meetingTable);
    case 'quality':
      return print(options, await quality(options), qualityTable);
    case 'tradeoff':
      return print(options, await tradeoff(options), tradeoffTable);
  }
}

function print<T>({ json }: BenchOptions, result: T, table: (result: T) => string): string {
  return json ? JSON.stringify(result) : table(result);
}

try {
  process.stdout.write(`${await runBench(parseBenchArgs(process.argv.slice(2)))}\n`);
} catch (error) {
  console.error(error instanceof UsageError ? error.message : error);
  process.exitCode = 1;
}
