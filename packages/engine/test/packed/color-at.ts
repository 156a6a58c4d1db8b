import type { Page } from 'playwright';

/** Where to look, in shares of width and height. */
export type Spot = readonly [x: number, y: number];
export type Color = readonly [red: number, green: number, blue: number];

/** The colour of a spot of a video or canvas of the page, over a few of its pixels. */
export function colorAt(page: Page, selector: string, spot: Spot): Promise<Color> {
  return page.evaluate(
    ({ selector, spot: [x, y] }) => {
      const picture = document.querySelector<HTMLVideoElement | HTMLCanvasElement>(selector);
      // Each pixel is the mean of what it stands for.
      const context = new OffscreenCanvas(64, 36).getContext('2d');
      if (!picture || !context) throw new Error(`Nothing to look at: ${selector}.`);
      context.drawImage(picture, 0, 0, 64, 36);
      const at = [Math.floor(x * 64), Math.floor(y * 36)] as const;
      const [red = 0, green = 0, blue = 0] = context.getImageData(...at, 1, 1).data;
      return [red, green, blue] as const;
    },
    { selector, spot },
  );
}

/** The largest difference of a channel, in levels of 255. */
export const difference = (a: Color, b: Color): number =>
  Math.max(...a.map((value, channel) => Math.abs(value - (b[channel] ?? 0))));
