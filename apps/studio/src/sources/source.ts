/** Where the pictures come from. */
export type SourceKind = 'sample' | 'camera' | 'screen' | 'movie';

const KINDS: readonly string[] = ['sample', 'camera', 'screen', 'movie'] satisfies SourceKind[];

export const isSourceKind = (name: string): name is SourceKind => KINDS.includes(name);

/** How a source ended by itself. */
export interface SourceEnd {
  /** Where its file cannot be played any further, in seconds from its beginning. */
  readonly brokenAtS?: number;
}

/** A source that is open. Whoever opened it stops it. */
export interface Source {
  readonly kind: SourceKind;
  /** For people: the camera's label, the movie's file name. */
  readonly name: string;
  readonly stream: MediaStream;
  readonly track: MediaStreamTrack;
  /** Settles when it ends by itself: unplugged, no longer shared, broken in the middle. */
  readonly ended: Promise<SourceEnd>;
  /** Ends the tracks and frees what feeds them. */
  stop(): void;
}

/** A source over a stream, whatever feeds it. */
export function sourceOver(
  kind: SourceKind,
  name: string,
  stream: MediaStream,
  release: () => void = () => undefined,
): Source | undefined {
  const [track] = stream.getVideoTracks();
  const stop = (): void => {
    for (const each of stream.getTracks()) each.stop();
    release();
  };
  if (track) return { kind, name, stream, track, ended: endOf(track), stop };
  stop();
  return undefined;
}

const endOf = (track: MediaStreamTrack): Promise<SourceEnd> =>
  new Promise((resolve) => track.addEventListener('ended', () => resolve({})));
