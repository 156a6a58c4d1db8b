import { check, roomId, type Schema } from '@cyclorama/meeting-contract';
import type { Context } from 'hono';
import { noSuchRoom, type Credentials } from '../access/authorise';
import { Refusal } from '../access/refusal';
import { refuseBroken } from './limit-body';

/** What a body says, by its schema. @throws Refusal */
export async function readBody<Value>(context: Context, schema: Schema<Value>): Promise<Value> {
  return checked(schema, await readJson(context));
}

/** What stands behind the question mark, by its schema. @throws Refusal */
export function readQuery<Value>(context: Context, schema: Schema<Value>): Value {
  return checked(schema, context.req.query());
}

/** The room in the path. @throws Refusal where no room could be called so. */
export function readRoomId(context: Context): string {
  const given = check(roomId, context.req.param('roomId'));
  if (!given.ok) throw noSuchRoom();
  return given.value;
}

/** An id in the path that its schema lets through. @throws Refusal */
export function readId(context: Context, name: string, schema: Schema<string>): string {
  const given = check(schema, context.req.param(name));
  if (!given.ok) throw new Refusal('not-found', 'There is nothing of this id in the room.');
  return given.value;
}

/** The room in the path, and the token that came along. @throws Refusal */
export function readCredentials(context: Context): Credentials {
  return { roomId: readRoomId(context), token: readBearer(context) };
}

/** What follows `Bearer` in the header `Authorization`. */
export function readBearer(context: Context): string | undefined {
  return /^Bearer ([\w.~+/=-]+)$/i.exec(context.req.header('authorization') ?? '')?.[1];
}

async function readJson(context: Context): Promise<unknown> {
  // Any other type is sent from foreign pages, too, without that the browser asks us first.
  if (!/^application\/json\b/i.test(context.req.header('content-type') ?? '')) {
    throw new Refusal('bad-request', 'Send JSON, with content-type: application/json.');
  }
  try {
    return await context.req.json();
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refusal('bad-request', 'The body is not JSON.');
    return refuseBroken(error);
  }
}

function checked<Value>(schema: Schema<Value>, given: unknown): Value {
  const result = check(schema, given);
  if (result.ok) return result.value;
  throw new Refusal('bad-request', `The request is not as it must be: ${result.problem}.`);
}
