import type { ProcessorStats, StageName } from 'cyclorama';

/** The steps of one frame, in their order. */
export const STAGES = [
  'read',
  'shrink',
  'segment',
  'refine',
  'compose',
  'write',
] as const satisfies StageName[];

/** Milliseconds of each stage. */
export type StageTimes = Readonly<Record<StageName, number>>;

/** Milliseconds of all stages together. */
export const workMs = (times: StageTimes): number =>
  STAGES.reduce((sum, stage) => sum + times[stage], 0);

/** What each stage took of late. */
export const stageTimes = ({ stagesMs }: ProcessorStats): StageTimes => ({
  read: stagesMs.read.median,
  shrink: stagesMs.shrink.median,
  segment: stagesMs.segment.median,
  refine: stagesMs.refine.median,
  compose: stagesMs.compose.median,
  write: stagesMs.write.median,
});
