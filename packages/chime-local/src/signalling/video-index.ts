import type { IndexOptions, VideoSource } from '../protocol/server-frame';
import { livingLayers, type Camera } from './camera';
import type { Participant } from './participant';

/** How many cameras a meeting can have, and how many videos one client can receive. */
export const MAX_VIDEOS = 25;

/** What is asked of a participant here. */
export type Viewed = Pick<
  Participant,
  'owner' | 'attendeeId' | 'externalUserId' | 'content' | 'rights' | 'camera' | 'listed' | 'state'
>;

/** Those whose video somebody may see: never the own, nor the own content. */
export const visibleTo = <Other extends Viewed>(viewer: Viewed, others: Iterable<Other>): Other[] =>
  [...others].filter(
    (other) =>
      other.listed &&
      other.owner !== viewer.owner &&
      other.rights.sendVideo &&
      (other.content ? viewer.rights.seeContent : viewer.rights.seeCameras),
  );

/** Whether somebody can start a camera; the content shares have places of their own. */
export function mayStartVideo(viewer: Viewed, all: Iterable<Viewed>): boolean {
  if (viewer.content || viewer.camera.length > 0) return true;
  const cameras = [...all].filter(({ content, camera }) => !content && camera.length > 0);
  return cameras.length < MAX_VIDEOS;
}

/** What is on, for one of those who are there. */
export function indexFor(viewer: Viewed, all: readonly Viewed[]): IndexOptions {
  const visible = visibleTo(viewer, all);
  const vanished = visible.filter(({ state }) => state === 'vanished');
  return {
    sources: visible.flatMap(sourcesOf),
    atCapacity: !viewer.rights.sendVideo || !mayStartVideo(viewer, all),
    pausedAtSourceIds: vanished.flatMap(({ camera }) => streamIdsOf(camera)),
    numParticipants: all.filter(({ content, listed }) => listed && !content).length,
  };
}

const streamIdsOf = (camera: Camera): number[] =>
  livingLayers(camera).map(({ streamId }) => streamId);

const sourcesOf = ({ camera, attendeeId, externalUserId }: Viewed): VideoSource[] =>
  livingLayers(camera).map((layer) => ({ ...layer, attendeeId, externalUserId }));
