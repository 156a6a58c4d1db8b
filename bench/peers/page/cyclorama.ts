import { BackgroundProcessor } from 'cyclorama';
import { benchBackground } from '../../page/bench-background';
import type { PeerInput } from './peer';

/** Ours, by its public API and with its defaults. */
export async function start({ camera, background }: PeerInput): Promise<MediaStreamTrack> {
  const { name, picture: image } = background;
  const ours = name === 'image' ? { type: name, image } : await benchBackground(name);
  return new BackgroundProcessor({ background: ours }).start(camera);
}
