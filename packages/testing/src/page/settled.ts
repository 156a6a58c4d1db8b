import type { Page } from 'playwright';

/** Resolves once the page is at rest: nothing is awaited, and no colour is on its way to another. */
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector('[aria-busy=true]', { state: 'detached' });
  await page.evaluate(async () => {
    // What was changed just now begins to move in the frame after.
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    const moving = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(moving.map(({ finished }) => finished));
  });
}
