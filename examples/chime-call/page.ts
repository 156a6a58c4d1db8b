/** The page around the call: who is seen, and the buttons. */
import type { AudioVideoFacade } from 'amazon-chime-sdk-js';
import type { Background } from 'cyclorama';
import { CallCamera } from './call-camera';
import { joinMeeting } from './join-meeting';
import { shareMovie } from './share-movie';

const BLUR: Background = { type: 'blur', strength: 0.7 };
const LAKE: Background = { type: 'image', image: '/backgrounds/lake.jpg' };

function find<T extends Element>(selector: string, kind: new () => T): T {
  const found = document.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`The page has no ${selector}.`);
}

const onClick = (id: string, act: () => unknown): void => {
  find(`#${id}`, HTMLButtonElement).onclick = () => void act();
};

async function join(): Promise<void> {
  const { value: name } = find('#meeting', HTMLInputElement);
  const { audioVideo } = await joinMeeting(name, crypto.randomUUID());
  showVideos(audioVideo);
  await audioVideo.bindAudioElement(find('#voices', HTMLAudioElement));
  audioVideo.start();
  const [first, second] = await audioVideo.listVideoInputDevices();
  const camera = new CallCamera(audioVideo, first?.deviceId ?? 'default', LAKE);
  onClick('on', () => camera.switchOn());
  onClick('off', () => camera.switchOff());
  onClick('other', () => second && camera.use(second.deviceId));
  onClick('blur', () => camera.change(BLUR));
  onClick('lake', () => camera.change(LAKE));
  onClick('share', async () =>
    shareMovie(audioVideo, await navigator.mediaDevices.getDisplayMedia({ audio: true }), BLUR),
  );
  onClick('leave', () => camera.close().then(() => audioVideo.stop()));
}

function showVideos(audioVideo: AudioVideoFacade): void {
  const tiles = find('#tiles', HTMLElement);
  audioVideo.addObserver({
    videoTileDidUpdate: ({ tileId }) => {
      const id = `tile-${tileId}`;
      const video = document.getElementById(id) ?? document.createElement('video');
      tiles.append(Object.assign(video, { id }));
      if (tileId !== null) audioVideo.bindVideoElement(tileId, video as HTMLVideoElement);
    },
    videoTileWasRemoved: (tileId) => document.getElementById(`tile-${tileId}`)?.remove(),
  });
}

onClick('join', join);
