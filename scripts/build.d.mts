import type { StdioOptions } from 'node:child_process';

/**
 * Builds the workspaces in order; throws at the first that fails.
 * @param options - `engineOnly` leaves the apps out; `stdio` says where npm's output goes.
 */
export function build(options?: { engineOnly?: boolean; stdio?: StdioOptions }): Promise<void>;
