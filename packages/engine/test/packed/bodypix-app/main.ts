/** What an app does with BodyPix: here it finds the person in one picture, on `?runtime=`. */
import { createSegmenter } from 'cyclorama';
import { bodypix, type BodypixSettings } from 'cyclorama/bodypix';

const sample = document.querySelector('video');
if (!sample) throw new Error('The page has no video.');
sample.currentTime = 1;
await new Promise((resolve) => sample.addEventListener('seeked', resolve, { once: true }));

const SETTINGS: Record<string, BodypixSettings> = {
  own: {},
  tfjs: { runtime: 'tfjs', backend: 'wasm' },
};
const runtime = new URLSearchParams(location.search).get('runtime') ?? 'own';

try {
  const segmenter = await createSegmenter({ segmenter: bodypix(SETTINGS[runtime]) });
  const { width, height, values } = await segmenter.segment(sample);
  const at = (x: number, y: number) =>
    values[Math.floor(y * height) * width + Math.floor(x * width)];
  document.body.dataset['mask'] = [at(0.04, 0.06), at(0.45, 0.9)]
    .map((one) => one?.toFixed(1))
    .join();
  segmenter.close();
} catch (error) {
  document.body.dataset['mask'] = String(error);
}
