const NAME = 'CYCLORAMA_SOAK';

/** Whether tests look on for as long as is promised, and at rates, on a machine that is left to them. */
export const IS_SOAK = process.env[NAME] === '1';

/** For programs that run such tests. */
export const SOAK = { [NAME]: '1' };
