import type { VideoSubscription } from '../protocol/client-frame';
import { chooseLayer, type Camera, type LayerWish } from './camera';

/** How many cameras a meeting can have, and how many videos one client can receive. */
export const MAX_VIDEOS = 25;

/** A section in which a client receives, or would if it could. */
interface ViewedSection {
  readonly groupId: number;
  readonly wish: LayerWish;
  /** 0: nothing for now. */
  readonly streamId: number;
}

/** Another stream for a section. */
export interface Selection {
  readonly mid: string;
  readonly streamId: number;
}

/** What one client sees: which layer of which camera in which section. */
export class Viewing {
  readonly #sections = new Map<string, ViewedSection>();

  /** @param visible - The cameras that this client may see now. */
  constructor(readonly visible: () => readonly Camera[]) {}

  /** Whatever was seen before. */
  clear(): void {
    this.#sections.clear();
  }

  /** Begins a section, unless the client may not see the stream or there is none. */
  open({ mid, ...wish }: VideoSubscription): void {
    const camera = this.#cameraWith(wish.streamId);
    if (!camera?.[0] || this.#sections.size >= MAX_VIDEOS) return;
    const streamId = chooseLayer(camera, wish);
    this.#sections.set(mid, { groupId: camera[0].groupId, wish, streamId });
  }

  /** What a section shows; 0: nothing now; undefined: it was not begun. */
  shownIn(mid: string): number | undefined {
    return this.#sections.get(mid)?.streamId;
  }

  /** Another layer of the same camera, as far as `revise` can grant it. */
  wish({ mid, streamId, targetBitrateKbps }: VideoSubscription): void {
    const section = this.#sections.get(mid);
    if (!section) return;
    const sameGroup = this.#cameraWith(streamId)?.[0]?.groupId === section.groupId;
    const wish = { streamId: sameGroup ? streamId : section.wish.streamId, targetBitrateKbps };
    this.#sections.set(mid, { ...section, wish });
  }

  /** Ends sections, and tells of those that showed something. */
  drop(mids: readonly string[]): readonly Selection[] {
    return mids.flatMap((mid) => {
      const shown = this.shownIn(mid);
      this.#sections.delete(mid);
      return shown ? [{ mid, streamId: 0 }] : [];
    });
  }

  /** Chooses anew for all sections, and tells of those that have another stream now. */
  revise(): readonly Selection[] {
    const visible = this.visible();
    return [...this.#sections].flatMap(([mid, section]) => {
      const camera = visible.find(([first]) => first?.groupId === section.groupId) ?? [];
      const streamId = chooseLayer(camera, section.wish);
      if (streamId === section.streamId) return [];
      this.#sections.set(mid, { ...section, streamId });
      return [{ mid, streamId }];
    });
  }

  /** All streams of the cameras that have one of these. */
  groupsOf(streamIds: readonly number[]): readonly number[] {
    const cameras = new Set(streamIds.map((streamId) => this.#cameraWith(streamId) ?? []));
    return [...cameras].flatMap((camera) => camera.map(({ streamId }) => streamId));
  }

  #cameraWith(streamId: number): Camera | undefined {
    return this.visible().find((camera) => camera.some((layer) => layer.streamId === streamId));
  }
}
