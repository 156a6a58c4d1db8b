/** What one line of `/proc/PID/stat` says about a process (`man 5 proc_pid_stat`). */
export interface ProcStat {
  readonly pid: number;
  readonly parentPid: number;
  /** User and system time, that of ended and reaped children included, in clock ticks. */
  readonly ticks: number;
  readonly residentPages: number;
}

/**
 * Reads a line of `/proc/PID/stat`. The program's name stands in brackets and may hold spaces and
 * brackets itself, so fields are counted from the last one.
 */
export function parseProcStat(line: string): ProcStat {
  const fields = line
    .slice(line.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [, parentPid = 0] = fields;
  const sum = fields.slice(11, 15).reduce((total, ticks) => total + ticks, 0);
  return { pid: parseInt(line, 10), parentPid, ticks: sum, residentPages: fields[21] ?? 0 };
}

/** The process and all that descend from it. */
export function treeOf(rootPid: number, all: readonly ProcStat[]): ProcStat[] {
  const tree = all.filter(({ pid }) => pid === rootPid);
  // The array grows while it is walked, so grandchildren are found too.
  for (const parent of tree) tree.push(...all.filter(({ parentPid }) => parentPid === parent.pid));
  return tree;
}

/**
 * Memory in bytes out of `/proc/PID/smaps_rollup`: what a process wrote, and its part of what is
 * shared between processes. Mapped files are left out: they are the browser's program, and a
 * process's part of it shrinks when another browser runs beside.
 */
export function parseMemoryBytes(rollup: string): number | undefined {
  const parts = [...rollup.matchAll(/^Pss_(?:Anon|Shmem):\s+(\d+) kB$/gm)];
  if (parts.length === 0) return undefined;
  return parts.reduce((sum, [, kibibytes]) => sum + Number(kibibytes) * 1024, 0);
}
