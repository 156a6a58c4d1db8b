import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { parseProcStat, parseMemoryBytes, treeOf, type ProcStat } from './proc-stat';

const PAGE_BYTES = 4096;

/** CPU and memory of a process and all that descend from it, as the operating system counts them. */
export class ProcessTree {
  readonly #ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

  constructor(private readonly rootPid: number) {}

  /** User and system time so far, in milliseconds. */
  cpuMs(): number {
    const ticks = this.#stats().reduce((sum, stat) => sum + stat.ticks, 0);
    return (ticks * 1000) / this.#ticksPerSecond;
  }

  /** Memory in use in bytes, without mapped files; what processes share is counted once. */
  memoryBytes(): number {
    return this.#stats().reduce((sum, stat) => sum + processBytes(stat), 0);
  }

  #stats(): ProcStat[] {
    const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    const lines = pids.map((pid) => readIfThere(`/proc/${pid}/stat`));
    return treeOf(this.rootPid, lines.filter((line) => line !== '').map(parseProcStat));
  }
}

/** @throws Error that says in one sentence where CPU cannot be measured. */
export function requireProc(): void {
  if (process.platform === 'linux') return;
  throw new Error(
    `This bench reads CPU from Linux' /proc, and this is ${process.platform}. Run it on Linux.`,
  );
}

function processBytes({ pid, residentPages }: ProcStat): number {
  const bytes = parseMemoryBytes(readIfThere(`/proc/${pid}/smaps_rollup`));
  return bytes ?? residentPages * PAGE_BYTES;
}

/** A process may end between the listing and the reading. */
function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
