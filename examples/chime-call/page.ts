/** The page around the call: who is seen, and the buttons. */
import type { AudioVideoFacade } from 'amazon-chime-sdk-js';
import type { Background } from 'cyclorama';
import { find, onClick, setInCall } from './buttons';
import { CallCamera } from './call-camera';
import { joinMeeting } from './join-meeting';
import { shareMovie } from './share-movie';

const BLUR: Background = { type: 'blur', strength: 0.7 };
const LAKE: Background = { type: 'image', image: '/backgrounds/lake.jpg' };

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
  onClick('leave', () => audioVideo.stop());
  audioVideo.addObserver({
    audioVideoDidStop: () => {
      setInCall(false);
      void camera.close();
    },
  });
  setInCall(true);
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
setInCall(false);
