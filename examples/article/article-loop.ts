/**
 * The loop of "Virtual Background with Amazon Chime SDK & BodyPix" (20 May 2020): camera → canvas →
 * BodyPix → toMask → pixel loop → captureStream. Its faults are kept, and numbered as on the page
 * beside it. Not to be copied: `cyclorama-way.ts` is the same without them.
 */
import { drawMask, toMask, type BodyPix } from '@tensorflow-models/body-pix';
import { mergeByWhite } from './merge-by-white';

const PERSON = { r: 0, g: 0, b: 0, a: 0 };
const BACKGROUND = { r: 255, g: 255, b: 255, a: 255 };

/** Fault 5: one size for camera, mask and background, whatever their shapes. */
const SIZE = { width: 640, height: 360 };

/** Starts the loop on a playing video. Fault 3: the stream can be sent before anything is drawn. */
export function startArticleLoop(
  camera: HTMLVideoElement,
  bodyPix: BodyPix,
  background: HTMLImageElement,
): { stream: MediaStream; stop: () => void } {
  const [input, masked, output] = [openCanvas(), openCanvas(), openCanvas()];
  let stopped = false;

  // Fault 2: all of this is on the page's thread.
  const drawFrame = async (): Promise<void> => {
    input.drawImage(camera, 0, 0, SIZE.width, SIZE.height);
    const segmentation = await bodyPix.segmentPerson(input.canvas);
    const mask = toMask(segmentation, PERSON, BACKGROUND);
    // Fault 6: no value between person and background.
    drawMask(masked.canvas, input.canvas, mask, 1, 0, false);
    // Fault 8: the background is drawn and read anew for each frame.
    input.drawImage(background, 0, 0, SIZE.width, SIZE.height);
    output.putImageData(mergeByWhite(pixelsOf(masked), pixelsOf(input)), 0, 0);
    // Fault 4: no such frames come while the tab is hidden.
    if (!stopped) requestAnimationFrame(() => void drawFrame());
  };
  void drawFrame();
  return { stream: output.canvas.captureStream(), stop: () => (stopped = true) };
}

const pixelsOf = (context: CanvasRenderingContext2D): ImageData =>
  context.getImageData(0, 0, SIZE.width, SIZE.height);

function openCanvas(): CanvasRenderingContext2D {
  const canvas = Object.assign(document.createElement('canvas'), SIZE);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser has no 2D canvas.');
  return context;
}
