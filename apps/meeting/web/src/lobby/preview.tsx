import { useEffect, useRef, type ReactElement } from 'react';
import type { CameraState } from '../media/camera-state';
import type { LocalMedia } from '../media/local-media';
import { useStore } from '../state/use-store';
import { LOBBY } from '../texts';

/** Oneself as others will see one, mirrored; never the room. */
export function Preview({ media }: { readonly media: LocalMedia }): ReactElement {
  const state = useStore(media.camera.state);
  const video = useRef<HTMLVideoElement>(null);
  const { output } = state;
  useEffect(() => {
    if (video.current) video.current.srcObject = output ?? null;
  }, [output]);
  const said = saidOver(state);
  return (
    <div className="preview">
      <video ref={video} aria-label={LOBBY.preview} autoPlay playsInline muted hidden={!output} />
      <p className="preview-said" role="status">
        {said}
      </p>
    </div>
  );
}

/** What is to be said while there is no picture of oneself. */
function saidOver({ status, picture }: CameraState): string | undefined {
  if (status === 'off') return LOBBY.cameraOff;
  if (status === 'starting') return LOBBY.cameraStarting;
  if (picture === 'paused') return LOBBY.picturePaused;
  return picture === 'starting' ? LOBBY.pictureStarting : undefined;
}
