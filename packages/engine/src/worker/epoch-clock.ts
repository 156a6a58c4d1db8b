/** Milliseconds on a clock that a page and all its workers share. */
export const epochNowMs = (): number => performance.timeOrigin + performance.now();
