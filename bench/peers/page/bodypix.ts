import { load, toMask, type BodyPix } from '@tensorflow-models/body-pix';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { setBackend } from '@tensorflow/tfjs-core';
import { openCanvas, openContext } from './canvas-output';
import type { PeerInput } from './peer';
import { onEachPicture, playTrack } from './play-track';

const WASM = '/vendor/@tensorflow/tfjs-backend-wasm/dist/';
const MODEL = '/bodypix/mobilenet/quant2/075/model-stride16.json';
const PERSON = { r: 0, g: 0, b: 0, a: 0 };
const BACKGROUND = { r: 255, g: 255, b: 255, a: 255 };
const BLUR = 'blur(10px)';

/**
 * The article's loop: camera → canvas → BodyPix → coloured mask → each pixel in JavaScript → canvas
 * → track. BodyPix at the settings that its documentation gives for a balance of speed and accuracy.
 */
export async function start(input: PeerInput): Promise<MediaStreamTrack> {
  const bodyPix = await openBodyPix();
  const video = await playTrack(input.camera, input);
  const camera = openContext(input, { willReadFrequently: true });
  const output = openCanvas(input);
  const backgroundPixels = await backgroundReader(input, camera.canvas);
  onEachPicture(video, async () => {
    camera.drawImage(video, 0, 0, input.width, input.height);
    const segmentation = await bodyPix.segmentPerson(camera.canvas);
    const mask = toMask(segmentation, PERSON, BACKGROUND);
    const pixels = pixelsOf(camera);
    replaceBackground(pixels, mask, backgroundPixels());
    output.context.putImageData(pixels, 0, 0);
  });
  return output.track;
}

async function openBodyPix(): Promise<BodyPix> {
  setWasmPaths(WASM);
  if (!(await setBackend('wasm'))) throw new Error("TensorFlow.js' WASM backend did not start.");
  const architecture = { architecture: 'MobileNetV1', outputStride: 16, multiplier: 0.75 } as const;
  return load({ ...architecture, quantBytes: 2, modelUrl: MODEL });
}

/** The picture's pixels, read once, or those of the camera at each call, blurred. */
async function backgroundReader(
  { width, height, background }: PeerInput,
  camera: HTMLCanvasElement,
): Promise<() => ImageData> {
  const context = openContext({ width, height }, { willReadFrequently: true });
  if (background.name !== 'blur') {
    context.drawImage(await createImageBitmap(background.picture), 0, 0, width, height);
    const pixels = pixelsOf(context);
    return () => pixels;
  }
  context.filter = BLUR;
  return () => {
    context.drawImage(camera, 0, 0);
    return pixelsOf(context);
  };
}

const pixelsOf = (context: CanvasRenderingContext2D): ImageData =>
  context.getImageData(0, 0, context.canvas.width, context.canvas.height);

/** Where the mask has the background's colour, the background's pixel replaces the camera's. */
function replaceBackground(camera: ImageData, mask: ImageData, background: ImageData): void {
  const pixels = camera.data;
  for (let at = 0; at < pixels.length; at += 4) {
    if (mask.data[at] !== BACKGROUND.r) continue;
    for (let channel = 0; channel < 4; channel++) {
      pixels[at + channel] = background.data[at + channel] ?? 0;
    }
  }
}
