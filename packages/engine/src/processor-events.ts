import type { CycloramaError } from './errors';
import type { ProcessorState } from './processor-state';
import type { ProcessorStats } from './stats';

/** What a processor tells its listeners, by the event's name. */
export interface ProcessorEvents {
  /** The state it is in from now on. */
  readonly state: ProcessorState;
  /** How it is doing, twice a second while a track is processed. */
  readonly stats: ProcessorStats;
  /** What went wrong after `start`. The output goes on, with the room hidden. */
  readonly error: CycloramaError;
}
