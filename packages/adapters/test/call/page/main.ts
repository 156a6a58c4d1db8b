import { Caller, rememberConnections, SceneWatch, type Sight } from '@cyclorama/testing/chime-page';
import { publish, type Way } from './publish';
import { fillWindow, sceneOfMattes, sceneOfMovie, sources, type SourceName } from './sources';

const loseConnection = rememberConnections();
const caller = new Caller();
/** One of each video that came, in their order. */
const watches: SceneWatch[] = [];
const sights = (): Sight[] => watches.flatMap((watch) => watch.sights);

export const stage = {
  caller,
  loseConnection,
  fillWindow,
  publish: async (way: Way, source: SourceName): Promise<void> => {
    await publish[way](caller, await sources[source]());
  },
  /** Looks at every frame of what somebody sends from now on; without mattes, of the movie's. */
  watchNext: async (mattes?: readonly string[]): Promise<void> => {
    const scene = await (mattes ? sceneOfMattes(mattes) : sceneOfMovie());
    caller.onVideo = (track) => {
      watches.push(new SceneWatch(track, scene));
    };
  },
  /** All that was seen until now. */
  sights,
  /** How long ago a person was first seen, in the frames after so many; -1 where none was. */
  personSeenForMs: (share: number, after: number): number => {
    const seen = sights().slice(after);
    const first = seen.find(({ personShown }) => personShown > share);
    return first ? (seen.at(-1)?.atMs ?? 0) - first.atMs : -1;
  },
};
Object.assign(globalThis, { stage });
