import { MeetingError } from './meeting-error';

const MOST_TAGS = 50;

/** A key and value that a builder gives to a meeting. */
export interface Tag {
  readonly Key: string;
  readonly Value: string;
}

/** What stood before, with these over it. @throws MeetingError above fifty. */
export function withTags(
  tags: ReadonlyMap<string, string>,
  added: readonly Tag[],
): ReadonlyMap<string, string> {
  const all = new Map([...tags, ...added.map(({ Key, Value }) => [Key, Value] as const)]);
  if (all.size <= MOST_TAGS) return all;
  throw new MeetingError(
    'TooManyTags',
    `A meeting has ${MOST_TAGS} tags at most, not ${all.size}.`,
  );
}

/** What is left without these; keys that are not there are no matter. */
export function withoutTags(
  tags: ReadonlyMap<string, string>,
  keys: readonly string[],
): ReadonlyMap<string, string> {
  return new Map([...tags].filter(([key]) => !keys.includes(key)));
}

/** As the control API lists them. */
export function listTags(tags: ReadonlyMap<string, string>): readonly Tag[] {
  return [...tags].map(([Key, Value]) => ({ Key, Value }));
}
