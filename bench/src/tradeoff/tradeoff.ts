import type { TradeoffOptions } from '../args/options';
import { buildPage } from '../site/build-page';
import { serve } from '../site/serve';
import { bodypixRoutes, missingWeights } from './bodypix-assets';
import { chooseCandidates, type Candidate } from './candidates';
import { openClipFrames } from './clip-frames';
import { drawTradeoff } from './draw-tradeoff';
import { measureCandidate, type Measured, type Stage } from './measure-candidate';
import type { LeftOut, TradeoffResult } from './tradeoff-result';

const NO_TRUTH =
  'Without --truth, or a folder alpha beside the clip’s image, there are no true mattes: costs only, no plot.';

/** What each segmenter costs and gives at each setting, over one clip. */
export async function tradeoff(options: TradeoffOptions): Promise<TradeoffResult> {
  const folder = await buildPage();
  const { name, count, hasTruth, routes } = await openClipFrames(options, folder);
  if (!hasTruth) console.error(NO_TRUTH);
  const frames = Math.min(count, options.frames ?? Infinity);
  const site = await serve(folder, { ...routes, ...bodypixRoutes(options.models) });
  try {
    const chosen = chooseCandidates(options.only);
    const { ready, leftOut } = splitByWeights(chosen, options.models);
    const measured = await measureAll(
      ready,
      { url: site.url, frames, hasTruth, size: options.size },
      leftOut,
    );
    const [{ width, height } = { width: 0, height: 0 }] = measured;
    const points = measured.map(({ point }) => point);
    const result = { clip: name, width, height, frames, points, leftOut };
    await drawTradeoff(result, site.url, options.picture);
    return result;
  } finally {
    await site.close();
  }
}

/** Without where in the page's script it came from. */
const firstLine = (error: unknown): string => String(error).split('\n')[0] ?? '';

/** Those whose weights are there, and the others with the reason. */
function splitByWeights(
  chosen: readonly Candidate[],
  models: string,
): { ready: Candidate[]; leftOut: LeftOut[] } {
  const leftOut: LeftOut[] = [];
  const ready = chosen.filter((candidate) => {
    const missing = missingWeights(candidate, models);
    if (missing) leaveOut(leftOut, missing);
    return !missing;
  });
  return { ready, leftOut };
}

async function measureAll(
  candidates: readonly Candidate[],
  stage: Stage,
  leftOut: LeftOut[],
): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const candidate of candidates) {
    const { name } = candidate;
    console.error(`${name} (${measured.length + 1} of ${candidates.length}) …`);
    try {
      measured.push(await measureCandidate(candidate, stage));
    } catch (error) {
      leaveOut(leftOut, { name, reason: firstLine(error) });
    }
  }
  return measured;
}

function leaveOut(leftOut: LeftOut[], one: LeftOut): void {
  console.error(`Left out: ${one.name}: ${one.reason}`);
  leftOut.push(one);
}
