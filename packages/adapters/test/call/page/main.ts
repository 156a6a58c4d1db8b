import { Caller, SceneWatch } from '@cyclorama/testing/chime-page';
import { publish, type Way } from './publish';
import { fillWindow, sceneOfMattes, sceneOfMovie, sources, type SourceName } from './sources';

const caller = new Caller();
let watch: SceneWatch | undefined;

export const stage = {
  caller,
  fillWindow,
  publish: async (way: Way, source: SourceName): Promise<void> => {
    await publish[way](caller, await sources[source]());
  },
  /** Looks at every frame of the next video that somebody sends; without mattes, of the movie's. */
  watchNext: async (mattes?: readonly string[]): Promise<void> => {
    const scene = await (mattes ? sceneOfMattes(mattes) : sceneOfMovie());
    caller.onVideo = (track) => {
      watch = new SceneWatch(track, scene);
    };
  },
  /** All that was seen until now. */
  sights: () => watch?.sights ?? [],
};
Object.assign(globalThis, { stage });
