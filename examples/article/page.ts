/** The page around the two ways: a camera or the sample in, both results side by side. */
import { startArticleLoop } from './article-loop';
import loopText from './article-loop.ts?raw';
import { startCyclorama } from './cyclorama-way';
import cycloramaText from './cyclorama-way.ts?raw';
import mergeText from './merge-by-white.ts?raw';
import { openBodyPix } from './open-bodypix';

const BACKGROUND = '/backgrounds/lake.jpg';

function find<T extends Element>(selector: string, kind: new () => T): T {
  const found = document.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`The page has no ${selector}.`);
}

const camera = find('#source', HTMLVideoElement);
const message = find('#message', HTMLElement);
const buttons = document.querySelectorAll('button');

async function start(open: () => Promise<MediaStream>): Promise<void> {
  buttons.forEach((button) => (button.disabled = true));
  try {
    message.textContent = 'Loading …';
    const stream = await open();
    // First, since it can be sent at once: the room is hidden while the network loads.
    await play('#cyclorama', await startCyclorama(stream, BACKGROUND));
    const background = Object.assign(new Image(), { src: BACKGROUND });
    await background.decode();
    await play('#article', startArticleLoop(camera, await openBodyPix(), background).stream);
    message.textContent = '';
  } catch (thrown) {
    message.textContent = String(thrown);
  }
}

async function openCamera(): Promise<MediaStream> {
  const video = { width: 640, height: 360 };
  return playSource(await navigator.mediaDevices.getUserMedia({ video }));
}

async function openSample(): Promise<MediaStream> {
  Object.assign(camera, { src: '/sample/sample.webm', loop: true });
  await camera.play();
  // Chromium has it, TypeScript's own types do not.
  return (camera as HTMLVideoElement & { captureStream(): MediaStream }).captureStream();
}

async function playSource(stream: MediaStream): Promise<MediaStream> {
  camera.srcObject = stream;
  await camera.play();
  return stream;
}

async function play(selector: string, stream: MediaStream): Promise<void> {
  const video = find(selector, HTMLVideoElement);
  video.srcObject = stream;
  await video.play();
  countFrames(video, find(`${selector}-rate`, HTMLElement));
}

/** New pictures in each second. */
function countFrames(video: HTMLVideoElement, shown: HTMLElement): void {
  let frames = 0;
  const count = (): void => {
    frames++;
    video.requestVideoFrameCallback(count);
  };
  video.requestVideoFrameCallback(count);
  setInterval(() => {
    shown.textContent = `${frames} frames a second`;
    frames = 0;
  }, 1000);
}

find('#use-camera', HTMLButtonElement).onclick = () => void start(openCamera);
find('#use-sample', HTMLButtonElement).onclick = () => void start(openSample);
find('#article-code', HTMLElement).textContent = `${loopText}\n${mergeText}`;
find('#cyclorama-code', HTMLElement).textContent = cycloramaText;
