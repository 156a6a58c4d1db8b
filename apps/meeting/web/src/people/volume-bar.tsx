import { useAudioVideo } from 'amazon-chime-sdk-component-library-react';
import { useEffect, useRef, type ReactElement } from 'react';

/** How loud somebody is. It moves ten times a second, so that it is painted without React. */
export function VolumeBar({ attendeeId }: { readonly attendeeId: string }): ReactElement {
  const audioVideo = useAudioVideo();
  const bar = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const show = (_: string, volume: number | null, isMuted: boolean | null): void => {
      const level = isMuted ? 0 : volume;
      if (level !== null) bar.current?.style.setProperty('--volume', String(level));
    };
    audioVideo?.realtimeSubscribeToVolumeIndicator(attendeeId, show);
    return () => audioVideo?.realtimeUnsubscribeFromVolumeIndicator(attendeeId, show);
  }, [audioVideo, attendeeId]);
  return <span ref={bar} className="volume-bar" aria-hidden />;
}
