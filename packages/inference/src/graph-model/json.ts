import { refuse } from '../model-load-error';

/** An object of a JSON file, its members not yet looked at. */
export type JsonObject = Readonly<Record<string, unknown>>;

function nameOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : typeof value;
}

/** A member that must be an object. */
export function objectOf(place: string, what: string, value: unknown): JsonObject {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as JsonObject;
  }
  return refuse(place, `${what} must be an object, got ${nameOf(value)}`);
}

/** A member that must be a list, and not a longer one than any model has. */
export function listOf(
  place: string,
  what: string,
  value: unknown,
  longest: number,
): readonly unknown[] {
  if (!Array.isArray(value)) refuse(place, `${what} must be a list, got ${nameOf(value)}`);
  if (value.length > longest) refuse(place, `${what} has ${value.length} entries, not ${longest}`);
  return value;
}

/** A member that must be a text. */
export function textOf(place: string, what: string, value: unknown): string {
  if (typeof value === 'string') return value;
  return refuse(place, `${what} must be a text, got ${nameOf(value)}`);
}

/** A member that must be a finite number. */
export function numberOf(place: string, what: string, value: unknown): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  return refuse(place, `${what} must be a number, got ${nameOf(value)}`);
}

/** A whole number, which protocol buffers write as a text: `"2"`. */
export function integerOf(place: string, what: string, value: unknown): number {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  if (typeof number === 'number' && Number.isSafeInteger(number)) return number;
  return refuse(place, `${what} must be a whole number, got ${nameOf(value)}`);
}
