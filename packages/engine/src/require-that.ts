/**
 * Checks a value that comes from outside.
 * @throws TypeError that names the option, what it must be and what it is.
 */
export function requireThat(right: boolean, where: string, wanted: string, got: unknown): void {
  if (!right) throw new TypeError(`${where} must be ${wanted}, got ${shown(got)}.`);
}

/** As `requireThat`: an object that is no list. */
export function requireObject(where: string, value: unknown): void {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  requireThat(isObject, where, 'an object', value);
}

/** As `requireThat`: an address, or nothing. */
export function requireUrl(
  where: string,
  value: unknown,
  wanted = 'the address of a folder',
): void {
  const isUrl = typeof value === 'string' || value instanceof URL;
  const right = value === undefined || (isUrl && URL.canParse(String(value), document.baseURI));
  requireThat(right, where, wanted, value);
}

/** As `requireThat`: one of the values, or nothing. */
export function requireOneOf(where: string, value: unknown, allowed: readonly unknown[]): void {
  const right = value === undefined || allowed.includes(value);
  requireThat(right, where, oneOf(allowed), value);
}

/** Allowed values as a message lists them. */
export const oneOf = (allowed: readonly unknown[]): string =>
  allowed
    .map(shown)
    .join(', ')
    .replace(/, ([^,]*)$/, ' or $1');

function shown(value: unknown): string {
  if (typeof value === 'string') return `'${value.slice(0, 80)}'`;
  return typeof value === 'object' && value !== null
    ? Object.prototype.toString.call(value)
    : String(value);
}
