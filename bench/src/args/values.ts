import { parseArgs, type ParseArgsConfig } from 'node:util';
import { USAGE, UsageError } from './usage';

/** Parses by a description, and says how a bench is used where that fails. */
export function parseStrictly<T extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: T,
) {
  try {
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (error) {
    throw new UsageError(`${String(error)}\n${USAGE}`);
  }
}

export function required(name: string, value: string | undefined): string {
  if (value !== undefined && value !== '') return value;
  throw new UsageError(`--${name} is missing.\n${USAGE}`);
}

export function toNumber(
  name: string,
  value: string | undefined,
  least: number,
  most: number,
): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  const got = value ?? 'nothing';
  throw new UsageError(`--${name} must be a whole number from ${least} to ${most}, got ${got}.`);
}

/** Chromium's fake camera takes no odd sizes. */
export function toEvenPixels(name: string, value: string | undefined): number {
  const pixels = toNumber(name, value, 2, 7680);
  if (pixels % 2 === 0) return pixels;
  throw new UsageError(`--${name} must be even, got ${pixels}.`);
}

export function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found !== undefined) return found;
  throw new UsageError(`--${name} must be one of ${allowed.join(', ')}, got ${value}.`);
}
