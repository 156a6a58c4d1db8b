import type { SpawnOptions } from 'node:child_process';

/** The repository's folder. */
export const ROOT: string;

/** Runs npm; gives its exit code. */
export function runNpm(args: readonly string[], options?: SpawnOptions): Promise<number>;
