import type { IndexOptions, VideoCodec, VideoSource } from '../protocol/server-frame';
import { livingLayers, type Camera } from './camera';
import type { Participant } from './participant';
import { MAX_VIDEOS } from './viewing';

/** What is asked of a participant here. */
export type Viewed = Pick<
  Participant,
  'owner' | 'attendeeId' | 'externalUserId' | 'content' | 'rights' | 'listed' | 'state'
> & { readonly media: Pick<Participant['media'], 'camera' | 'videoCodecs'> };

/** Those whose video somebody may see: never the own, nor the own content. */
export const visibleTo = <Other extends Viewed>(viewer: Viewed, others: Iterable<Other>): Other[] =>
  [...others].filter(
    (other) =>
      other.owner !== viewer.owner &&
      other.rights.sendVideo &&
      (other.content ? viewer.rights.seeContent : viewer.rights.seeCameras),
  );

/** Whether somebody can start a camera; the content shares have places of their own. */
export function mayStartVideo(viewer: Viewed, all: Iterable<Viewed>): boolean {
  if (viewer.content || viewer.media.camera.length > 0) return true;
  const others = [...all].filter(({ content, owner }) => !content && owner !== viewer.owner);
  return others.filter(({ media }) => media.camera.length > 0).length < MAX_VIDEOS;
}

/** What is on, for one of those who are there. */
export function indexFor(viewer: Viewed, all: readonly Viewed[]): IndexOptions {
  const visible = visibleTo(viewer, all);
  const vanished = visible.filter(({ state }) => state === 'vanished');
  return {
    sources: visible.flatMap(sourcesOf),
    atCapacity: !viewer.rights.sendVideo || !mayStartVideo(viewer, all),
    pausedAtSourceIds: vanished.flatMap(({ media }) => streamIdsOf(media.camera)),
    numParticipants: all.filter(({ content, listed }) => listed && !content).length,
    videoCodecs: codecsForAll(all),
  };
}

/** What all who are there can receive; content shares receive nothing. */
function codecsForAll(all: readonly Viewed[]): readonly VideoCodec[] {
  const receivers = all.filter(({ content, listed }) => listed && !content);
  const [first, ...rest] = receivers.flatMap(({ media }) =>
    media.videoCodecs ? [media.videoCodecs] : [],
  );
  return (first ?? []).filter((codec) => rest.every((codecs) => codecs.includes(codec)));
}

const streamIdsOf = (camera: Camera): number[] =>
  livingLayers(camera).map(({ streamId }) => streamId);

const sourcesOf = ({ media, attendeeId, externalUserId }: Viewed): VideoSource[] =>
  livingLayers(media.camera).map((layer) => ({ ...layer, attendeeId, externalUserId }));
