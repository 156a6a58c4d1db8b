import type { SelfieSegmentation as Segmentation } from '@mediapipe/selfie_segmentation';
import { openCanvas } from './canvas-output';
import { composeMasked } from './compose-masked';
import type { PeerInput } from './peer';
import { onEachPicture, playTrack } from './play-track';

const FOLDER = '/vendor/@mediapipe/selfie_segmentation/';
/** The landscape model, which its sample chooses. */
const LANDSCAPE = 1;

declare global {
  /** The package is a script for the page and no module. */
  var SelfieSegmentation: typeof Segmentation;
}

await new Promise((resolve, reject) => {
  const script = document.createElement('script');
  script.addEventListener('load', resolve);
  script.addEventListener('error', () => reject(new Error(`${script.src} was not served.`)));
  script.src = `${FOLDER}selfie_segmentation.js`;
  document.head.append(script);
});

/** The loop of its sample: each picture of the video is sent, and the results drawn in 2D. */
export async function start(input: PeerInput): Promise<MediaStreamTrack> {
  const { name, picture } = input.background;
  const background = name === 'blur' ? undefined : await createImageBitmap(picture);
  const { context, track } = openCanvas(input);
  const segmentation = new SelfieSegmentation({ locateFile: (file) => `${FOLDER}${file}` });
  segmentation.setOptions({ modelSelection: LANDSCAPE });
  segmentation.onResults(({ segmentationMask, image }) => {
    composeMasked(context, segmentationMask, image, background);
  });
  const video = await playTrack(input.camera, input);
  onEachPicture(video, () => segmentation.send({ image: video }));
  return track;
}
