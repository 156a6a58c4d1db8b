import { afterEach, describe, expect, it } from 'vitest';
import { startArticleLoop } from './article-loop';
import { startCyclorama } from './cyclorama-way';
import { mergeByWhite } from './merge-by-white';
import { openBodyPix } from './open-bodypix';

const CLIP = `/@fs${__SHARED_DATA__}/clips/dancer-a`;
const SIZE = { width: 64, height: 36 };
const LAKE = new URL('../../packages/background-picker/pictures/lake.jpg', import.meta.url).href;

const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
});

async function loadImage(src: string): Promise<HTMLImageElement> {
  const image = Object.assign(new Image(), { src });
  await image.decode();
  return image;
}

function smallPixels(image: CanvasImageSource): Uint8ClampedArray {
  const context = new OffscreenCanvas(SIZE.width, SIZE.height).getContext('2d');
  if (!context) throw new Error('This browser has no 2D canvas.');
  context.drawImage(image, 0, 0, SIZE.width, SIZE.height);
  return context.getImageData(0, 0, SIZE.width, SIZE.height).data;
}

/** A camera that shows one picture for ever. */
function cameraOf(picture: CanvasImageSource): MediaStream {
  const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 360 });
  const timer = setInterval(() => canvas.getContext('2d')?.drawImage(picture, 0, 0), 33);
  endings.push(() => clearInterval(timer));
  return canvas.captureStream(30);
}

async function play(stream: MediaStream): Promise<HTMLVideoElement> {
  const video = Object.assign(document.createElement('video'), { muted: true, srcObject: stream });
  await video.play();
  endings.push(() => stream.getTracks().forEach((track) => track.stop()));
  return video;
}

/** Mean difference to a picture where the true matte is person (1) or background (0), 0..255. */
function difference(seen: Uint8ClampedArray, wanted: Uint8ClampedArray, where: number[]): number {
  const sum = where.reduce((all, at) => all + Math.abs((seen[at] ?? 0) - (wanted[at] ?? 0)), 0);
  return sum / where.length;
}

describe('the article’s loop', () => {
  const notice = __SHARED_DATA__ ? '' : ' (skipped: ../shared/data is absent)';

  it.skipIf(!__SHARED_DATA__).each([
    ['as it stands in 2020', fromArticle],
    ['in five lines of Cyclorama', (camera: MediaStream) => startCyclorama(camera, LAKE)],
  ])(
    `puts a background behind the person, %s${notice}`,
    async (_, start) => {
      const picture = await loadImage(`${CLIP}/image/00000.jpg`);
      const [person, lake] = [smallPixels(picture), smallPixels(await loadImage(LAKE))];
      const truth = smallPixels(await loadImage(`${CLIP}/alpha/00000.png`));
      const inside = [...truth.keys()].filter((at) => at % 4 < 3 && (truth[at] ?? 0) > 250);
      const outside = [...truth.keys()].filter((at) => at % 4 < 3 && (truth[at] ?? 0) < 5);
      const output = await play(await start(cameraOf(picture)));
      const worst = (): number => {
        const seen = smallPixels(output);
        return Math.max(difference(seen, person, inside), difference(seen, lake, outside));
      };
      await expect.poll(worst, { timeout: 40_000 }).toBeLessThan(16);
      // Neither picture alone would pass.
      expect(difference(person, lake, outside)).toBeGreaterThan(30);
      expect(difference(lake, person, inside)).toBeGreaterThan(30);
    },
    60_000,
  );

  it('punches out what is white in the camera, as it did in 2020', () => {
    const [shirt, skin] = [Array<number>(4).fill(255), [200, 150, 120, 255]];
    const masked = new ImageData(Uint8ClampedArray.from([...shirt, ...skin]), 2, 1);
    const background = new ImageData(Uint8ClampedArray.from([1, 2, 3, 255, 4, 5, 6, 255]), 2, 1);
    expect([...mergeByWhite(masked, background).data]).toEqual([1, 2, 3, 255, ...skin]);
  });
});

async function fromArticle(camera: MediaStream): Promise<MediaStream> {
  const background = await loadImage(LAKE);
  const loop = startArticleLoop(await play(camera), await openBodyPix(['wasm']), background);
  endings.push(loop.stop);
  return loop.stream;
}
