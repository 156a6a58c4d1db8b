/** Resolves after so many milliseconds. */
export const sleep = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Waits until a condition holds.
 * @throws Error that names the condition, when it did not hold in time.
 */
export async function eventually(
  what: string,
  condition: () => boolean,
  limitMs = 30_000,
): Promise<void> {
  const start = performance.now();
  while (!condition()) {
    if (performance.now() - start > limitMs) throw new Error(`Not within ${limitMs} ms: ${what}.`);
    await sleep(20);
  }
}
