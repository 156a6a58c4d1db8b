/**
 * Makes one file of the Lambda entry and all that it imports: `index.mjs`.
 * @param folder - Emptied before. Default: where the stack takes it from.
 */
export function buildLambda(folder?: string): Promise<void>;
