import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { launchBrowser } from '../browser/launch';
import { CACHE } from '../site/build-page';
import { tradeoffChart } from './tradeoff-chart';
import type { TradeoffResult } from './tradeoff-result';

/**
 * Writes the plot, as SVG and as PNG, into the cache and to where else it is wanted.
 * @param url - Of the page, which paints the PNG.
 * @param picture - An `.svg`; the `.png` goes beside it.
 */
export async function drawTradeoff(
  result: TradeoffResult,
  url: string,
  picture?: string,
): Promise<void> {
  const svg = tradeoffChart(result);
  if (svg === undefined) return;
  const png = Buffer.from(await paint(svg, url), 'base64');
  const inCache = `${CACHE}/pictures/tradeoff-${result.clip}.svg`;
  for (const path of [inCache, ...(picture === undefined ? [] : [picture])]) {
    await mkdir(dirname(path), { recursive: true });
    await save(path, svg);
    await save(path.replace(/svg$/, 'png'), png);
  }
}

async function paint(svg: string, url: string): Promise<string> {
  const browser = await launchBrowser();
  try {
    await browser.page.goto(url);
    return await browser.page.evaluate((drawn) => window.bench.svgToPng(drawn), svg);
  } finally {
    await browser.close();
  }
}

async function save(path: string, content: string | Buffer): Promise<void> {
  await writeFile(path, content);
  console.error(`Picture: ${path}`);
}
