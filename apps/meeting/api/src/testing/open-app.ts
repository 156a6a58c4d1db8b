import type { Hono } from 'hono';
import { createApp } from '../app';
import { createLog } from '../log/create-log';
import { askApp } from './ask';
import { openMeeting, type LocalMeeting } from './open-meeting';
import type { Ask } from './visitor';

/** The API without a server, over services of its own. */
export interface OpenApp extends LocalMeeting {
  readonly app: Hono;
  readonly ask: Ask;
}

/** Opens services, and an API that logs nothing and has one caller. */
export async function openApp(): Promise<OpenApp> {
  const meeting = await openMeeting();
  const options = { addressOf: () => '127.0.0.1', log: createLog({ level: 'silent' }) };
  const app = createApp(meeting.services, options);
  return { ...meeting, app, ask: (asked) => askApp(app, asked) };
}

/** Status and code of a refusal, which says a sentence in any case. */
export async function refusalOf(answer: Promise<Response>): Promise<string> {
  const response = await answer;
  const { error } = (await response.json()) as { error?: { code: string; message: string } };
  if (!error || !/^[A-Z].*\.$/.test(error.message))
    throw new Error(`No refusal: ${response.status}`);
  return `${response.status} ${error.code}`;
}
