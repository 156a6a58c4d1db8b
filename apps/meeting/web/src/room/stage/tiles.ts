import { DefaultModality } from 'amazon-chime-sdk-js';
import type { Person } from '../../people/gather';

/** A place on the stage. */
export interface TileSpot {
  /** The same for as long as it is the same person's same picture. */
  readonly key: string;
  readonly kind: 'camera' | 'content';
  readonly person: Person;
  /** The SDK's number of the video; none: nothing is sent, or it is one's own camera. */
  readonly tileId: number | undefined;
}

/** What the SDK receives. */
export interface Videos {
  readonly cameras: Readonly<Record<string, number>>;
  /** Attendees by content tile. */
  readonly contents: Readonly<Record<string, string>>;
}

/** What stands on the stage: what is shared first, then everybody. */
export function tilesOf(people: readonly Person[], videos: Videos): readonly TileSpot[] {
  return [...contentsOf(people, videos), ...people.map((person) => cameraOf(person, videos))];
}

function cameraOf(person: Person, { cameras }: Videos): TileSpot {
  const tileId = person.isYou ? undefined : cameras[person.attendeeId ?? ''];
  return { key: person.participantId, kind: 'camera', person, tileId };
}

function contentsOf(people: readonly Person[], { contents }: Videos): readonly TileSpot[] {
  return Object.entries(contents).flatMap(([tileId, attendeeId]) => {
    const owner = new DefaultModality(attendeeId).base();
    const person = people.find((each) => each.attendeeId === owner);
    const key = `${attendeeId} ${tileId}`;
    return person ? [{ key, kind: 'content', person, tileId: Number(tileId) } as const] : [];
  });
}
