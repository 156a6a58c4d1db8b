import { useAudioVideo } from 'amazon-chime-sdk-component-library-react';
import { useEffect, useRef, type ReactElement } from 'react';

/** A video that the call brings. */
export function CallVideo({ tileId }: { readonly tileId: number }): ReactElement {
  const video = useRef<HTMLVideoElement>(null);
  const audioVideo = useAudioVideo();
  useEffect(() => {
    if (video.current) audioVideo?.bindVideoElement(tileId, video.current);
    return () => audioVideo?.unbindVideoElement(tileId);
  }, [audioVideo, tileId]);
  return <video ref={video} autoPlay playsInline muted />;
}

/**
 * One's own picture, straight from what is sent. The SDK's tile of it would be there only once the
 * call is, and its number outlives the camera in the library's state.
 */
export function OwnVideo({ stream }: { readonly stream: MediaStream }): ReactElement {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current) video.current.srcObject = stream;
  }, [stream]);
  return <video ref={video} className="mirrored" autoPlay playsInline muted />;
}
