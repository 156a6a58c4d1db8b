import { median, quantile } from '../../measure/distribution';
import type { Contender, Times } from './contender';
import { timeBlock } from './time-block';

/**
 * Times contenders in turn, round by round, so that whatever else the machine does falls on all of
 * them alike. A round before the first is for warming up.
 * @param onRound - Told before each round.
 */
export function takeTurns(
  contenders: readonly Contender[],
  rounds: number,
  onRound: (round: number) => void,
): ReadonlyMap<string, Times> {
  const blocks = new Map(contenders.map(({ name }) => [name, [] as number[][]]));
  for (let round = 0; round <= rounds; round++) {
    onRound(round);
    for (const contender of contenders) {
      const samples = timeBlock(contender);
      if (round > 0) blocks.get(contender.name)?.push(samples);
    }
  }
  return new Map([...blocks].map(([name, samples]) => [name, timesOf(samples)]));
}

function timesOf(blocks: readonly (readonly number[])[]): Times {
  const all = blocks.flat();
  return {
    roundMs: blocks.map((block) => median(block)),
    bestMs: quantile(all, 0),
    p95Ms: quantile(all, 0.95),
  };
}
