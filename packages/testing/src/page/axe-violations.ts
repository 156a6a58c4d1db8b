import axe from 'axe-core';
import type { Page } from 'playwright';
import { settled } from './settled';

/** A rule of accessibility that the page breaks, and where. */
export interface AxeViolation {
  readonly rule: string;
  readonly help: string;
  readonly places: readonly string[];
}

/** What axe finds wrong in the page once it is at rest, by all rules of WCAG 2.2 AA and its best practices. */
export async function axeViolations(page: Page): Promise<AxeViolation[]> {
  await settled(page);
  // Through the debugger, since the page's policy refuses scripts of others.
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: own } = window as unknown as { axe: typeof axe };
    const { violations } = await own.run();
    return violations.map(({ id, help, nodes }) => ({
      rule: id,
      help,
      places: nodes.map(({ target }) => target.join(' ')),
    }));
  });
}
