/** As it is shown: tenths only where they matter. */
export const milliseconds = (value: number): string => `${value.toFixed(value < 9.95 ? 1 : 0)} ms`;
