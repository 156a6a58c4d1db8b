import type { Page } from 'playwright';

/** Where to look, in shares of width and height. */
export type Spot = readonly [x: number, y: number];
export type Color = readonly [red: number, green: number, blue: number];

/** Mean colour of a small square of a video, canvas or picture of the page. */
export function colorAt(page: Page, selector: string, spot: Spot): Promise<Color> {
  return page.evaluate(
    ({ selector, spot: [x, y] }) => {
      const picture = document.querySelector<
        HTMLVideoElement | HTMLImageElement | HTMLCanvasElement
      >(selector);
      const context = new OffscreenCanvas(160, 90).getContext('2d');
      if (!picture || !context) throw new Error(`Nothing to look at: ${selector}.`);
      context.drawImage(picture, 0, 0, 160, 90);
      const { data } = context.getImageData(Math.round(x * 160) - 1, Math.round(y * 90) - 1, 3, 3);
      const mean = (channel: number): number => {
        let sum = 0;
        for (let at = channel; at < data.length; at += 4) sum += data[at] ?? 0;
        return sum / 9;
      };
      return [mean(0), mean(1), mean(2)] as const;
    },
    { selector, spot },
  );
}

/** The largest difference of a channel, in levels of 255. */
export const difference = (a: Color, b: Color): number =>
  Math.max(...a.map((value, channel) => Math.abs(value - (b[channel] ?? 0))));

/** `#rrggbb` as a colour. */
export const parseColor = (hexadecimal: string): Color => {
  const channel = (at: number): number => Number.parseInt(hexadecimal.slice(at, at + 2), 16);
  return [channel(1), channel(3), channel(5)];
};
