import type { Context } from 'hono';
import type { z } from 'zod';
import { MeetingError } from '../meetings/meeting-error';
import { guid } from './fields';

/** @throws MeetingError with every place that is wrong. */
export function parseBy<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new MeetingError('BadRequest', parsed.error.issues.map(describeIssue).join('; '));
}

/** @throws MeetingError where the body is no JSON, or not as the schema has it. */
export async function readBody<T>(context: Context, schema: z.ZodType<T>): Promise<T> {
  const text = await context.req.text();
  return parseBy(schema, readJson(text));
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new MeetingError('BadRequest', 'The body is not JSON.');
  }
}

/** @throws MeetingError where it is not an id. */
export function readId(context: Context, name: 'MeetingId' | 'AttendeeId'): string {
  const parsed = guid.safeParse(context.req.param(name));
  if (parsed.success) return parsed.data;
  throw new MeetingError('BadRequest', `${name} in the address must be a GUID.`);
}

/** The `operation` of the address; `''`: none. */
export const readOperation = (context: Context): string => context.req.query('operation') ?? '';

/** @throws MeetingError always: the address names an operation that is not here. */
export function refuseOperation(context: Context): never {
  const { method, path } = context.req;
  throw new MeetingError(
    'BadRequest',
    `${method} ${path} has no operation ${JSON.stringify(readOperation(context).slice(0, 60))}.`,
  );
}

function describeIssue({ path, message }: z.core.$ZodIssue): string {
  const place = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`));
  return `${place.join('').replace(/^\./, '') || 'The body'}: ${message}`;
}
