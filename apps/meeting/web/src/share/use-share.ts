import { useAudioVideo } from 'amazon-chime-sdk-component-library-react';
import { createContext, useContext, useEffect, useState } from 'react';
import { Share } from './share';

/** Where parts of the room find one's share. */
export const ShareContext = createContext<Share | undefined>(undefined);

/** One's share, for as long as one is in the room. */
export function useOwnShare(): Share {
  const [share] = useState(() => new Share());
  const audioVideo = useAudioVideo();
  useEffect(() => share.attach(audioVideo ?? undefined), [share, audioVideo]);
  useEffect(() => () => share.stop(), [share]);
  return share;
}

/** @throws Error outside of a room. */
export function useShare(): Share {
  const share = useContext(ShareContext);
  if (!share) throw new Error('This part belongs into a room.');
  return share;
}
