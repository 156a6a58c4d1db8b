import type { OfferedStream } from '../protocol/client-frame';
import type { Allocation } from '../protocol/server-frame';
import type { Ids } from './ids';

/** One layer of somebody's camera or content, as it stands in indexes. */
export interface Layer extends Allocation {
  /** 0: off for now. */
  readonly maxBitrateKbps: number;
  readonly framerate: number;
}

/** The layers that a client sends, all in one group; empty: its camera is off. */
export type Camera = readonly Layer[];

/** Layers keep their ids until the camera is switched off, so that nobody starts anew for nothing. */
export function allot(former: Camera, offered: readonly OfferedStream[], ids: Ids): Camera {
  const groupId = former[0]?.groupId ?? (offered.length > 0 ? ids.next() : 0);
  return offered.map((stream, place) => ({
    ...stream,
    groupId,
    streamId: former[place]?.streamId ?? ids.next(),
  }));
}

/** Those that are on; the others would be dead to whoever chose them. One alone is never off. */
export const livingLayers = (camera: Camera): readonly Layer[] =>
  camera.length === 1 ? camera : camera.filter(({ maxBitrateKbps }) => maxBitrateKbps > 0);

/** What a client wants to see of a camera. */
export interface LayerWish {
  readonly streamId: number;
  /** 0: no limit. */
  readonly targetBitrateKbps: number;
}

/**
 * The layer that comes nearest to a wish, or 0 where all are off. A client that leaves the choice to
 * us names the best layer and a bitrate, and is not told of the choice.
 */
export function chooseLayer(camera: Camera, wish: LayerWish): number {
  const living = [...livingLayers(camera)].sort((a, b) => b.maxBitrateKbps - a.maxBitrateKbps);
  const wished = living.find(({ streamId }) => streamId === wish.streamId);
  const limitKbps = wish.targetBitrateKbps || Infinity;
  if (wished && wished.maxBitrateKbps <= limitKbps) return wished.streamId;
  const fitting = living.find(({ maxBitrateKbps }) => maxBitrateKbps <= limitKbps);
  return (fitting ?? living.at(-1))?.streamId ?? 0;
}
