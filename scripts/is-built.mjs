const NAME = 'CYCLORAMA_BUILT';

/**
 * Whether all is built that this repository builds. Tests that would build something anew let it be
 * then, under the eyes of the others, and so can run side by side.
 */
export const IS_BUILT = process.env[NAME] === '1';

/** For programs that run when all is built. */
export const BUILT = { [NAME]: '1' };
