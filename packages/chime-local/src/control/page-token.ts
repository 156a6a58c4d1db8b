import { MeetingError } from '../meetings/meeting-error';

const PREFIX = 'after-';

/** What a client sends back to get the next page; undefined: there is none. */
export function writePageToken(next: number | undefined): string | undefined {
  return next === undefined ? undefined : Buffer.from(`${PREFIX}${next}`).toString('base64url');
}

/** After which attendee a page begins; without a token at the first. @throws MeetingError */
export function readPageToken(token: string | undefined): number {
  if (token === undefined) return 0;
  const text = Buffer.from(token, 'base64url').toString('latin1');
  const [, after] = /^after-(\d{1,15})$/.exec(text) ?? [];
  if (after !== undefined) return Number(after);
  throw new MeetingError('BadRequest', 'NextToken is not one that came with a page.');
}
