import type { Color, Spot } from '@cyclorama/testing/page';
import type { Page } from 'playwright';

/** The colour that is seen on the screen, whatever lies there over what. */
export async function shownAt(page: Page, selector: string, [x, y]: Spot): Promise<Color> {
  const png = await page.locator(selector).screenshot({ type: 'png' });
  return page.evaluate(
    async ({ base64, x, y }) => {
      const picture = new Image();
      picture.src = `data:image/png;base64,${base64}`;
      await picture.decode();
      const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
      context?.drawImage(picture, 0, 0);
      const [red = 0, green = 0, blue = 0] =
        context?.getImageData(x * picture.width, y * picture.height, 1, 1).data ?? [];
      return [red, green, blue] as const;
    },
    { base64: png.toString('base64'), x, y },
  );
}
