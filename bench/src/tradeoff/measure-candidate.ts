import { launchBrowser } from '../browser/launch';
import type { PictureSize } from '../../page/fetch-picture';
import type { PictureAccuracy } from '../../page/quality-reading';
import type { Candidate } from './candidates';
import { tradeoffPoint, type TradeoffPoint } from './tradeoff-result';

/** Where the page is, and how much of the clip is measured. */
export interface Stage {
  readonly url: string;
  readonly frames: number;
  readonly hasTruth: boolean;
  /** What frames are stretched to; none for their own size. */
  readonly size: PictureSize | undefined;
}

/** A point, and the size of the clip's frames. */
export interface Measured {
  readonly point: TradeoffPoint;
  readonly width: number;
  readonly height: number;
}

/** One setting over the clip, in a fresh browser. */
export async function measureCandidate(candidate: Candidate, stage: Stage): Promise<Measured> {
  const browser = await launchBrowser();
  try {
    await browser.page.goto(stage.url);
    const run = await browser.page.evaluateHandle((given) => window.bench.openTradeoff(...given), [
      candidate,
      stage.size,
    ] as const);
    const accuracies: PictureAccuracy[] = [];
    for (let index = 0; index < stage.frames; index++) {
      const accuracy = await run.evaluate((opened, args) => opened.measure(...args), [
        index,
        stage.hasTruth,
      ] as const);
      if (accuracy) accuracies.push(accuracy);
    }
    const cost = await run.evaluate((opened) => opened.cost());
    const size = await run.evaluate((opened) => opened.size);
    return { point: tradeoffPoint(candidate, cost, accuracies), ...size };
  } finally {
    await browser.close();
  }
}
