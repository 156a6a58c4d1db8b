import type { MovedTrack } from './moved-track';
import { trackWorkerClass } from './track-worker';

/** What the made-up browser has; all by default. */
export interface WorkerTracksOptions {
  /** MediaStreamTrackProcessor in workers. */
  readonly processor?: boolean;
  /** VideoTrackGenerator in workers. */
  readonly generator?: boolean;
  /** Tracks that move. */
  readonly transferable?: boolean;
  /** Tracks that are refused all the same when they are to move: the page's, or the workers' own. */
  readonly immovable?: 'sources' | 'generated';
}

/** The made-up browser. */
export interface WorkerTracks {
  /** The tracks that moved to workers, in their order. */
  readonly moved: readonly MovedTrack[];
  /** Brings Chromium back. */
  restore(): void;
}

/**
 * Makes Chromium look like a browser that has the track APIs as the standard has them, and as Safari
 * documents them: in workers alone, with tracks that move. Frames take Chromium's own streams.
 */
export function fakeWorkerTracks(options: WorkerTracksOptions = {}): WorkerTracks {
  const { processor = true, generator = true, transferable = true, immovable } = options;
  const preludes = [
    ...(processor ? [new URL('./processor-prelude.ts', import.meta.url).href] : []),
    ...(generator ? [new URL('./generator-prelude.ts', import.meta.url).href] : []),
    ...(immovable === 'generated' ? [new URL('./stay-prelude.ts', import.meta.url).href] : []),
  ];
  const moved: MovedTrack[] = [];
  const worker = trackWorkerClass({
    preludes,
    generator,
    takesTracks: immovable !== 'sources',
    onMoved: (track) => moved.push(track),
  });
  const undo = [hide('MediaStreamTrackProcessor'), hide('MediaStreamTrackGenerator')];
  undo.push(put('Worker', worker));
  if (transferable) undo.push(put('structuredClone', cloneOrMove(globalThis.structuredClone)));
  return { moved, restore: () => undo.forEach((step) => step()) };
}

function cloneOrMove(clone: typeof structuredClone): typeof structuredClone {
  return (value, options) => {
    if (!(value instanceof MediaStreamTrack)) return clone(value, options);
    const moved = value.clone();
    value.stop();
    return moved as typeof value;
  };
}

function hide(name: string): () => void {
  const was = Object.getOwnPropertyDescriptor(globalThis, name) ?? {};
  Reflect.deleteProperty(globalThis, name);
  return () => void Object.defineProperty(globalThis, name, was);
}

function put(name: string, value: unknown): () => void {
  const restore = hide(name);
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  return restore;
}
