import { Mic, MicOff, Video, VideoOff } from 'lucide-react';
import type { ReactElement } from 'react';
import type { LocalMedia } from '../media/local-media';
import { useStore } from '../state/use-store';
import { LOBBY } from '../texts';
import { IconButton } from '../ui/button';

/** Whether one joins heard and seen: over one's own picture. */
export function DeviceButtons({ media }: { readonly media: LocalMedia }): ReactElement {
  const { status } = useStore(media.camera.state);
  const { isMuted } = useStore(media.microphone);
  const isOn = status !== 'off';
  return (
    <div className="device-buttons">
      <IconButton
        icon={isMuted ? MicOff : Mic}
        className={isMuted ? 'is-off' : undefined}
        label={isMuted ? LOBBY.unmute : LOBBY.mute}
        onClick={() => media.setMuted(!isMuted)}
      />
      <IconButton
        icon={isOn ? Video : VideoOff}
        className={isOn ? undefined : 'is-off'}
        label={isOn ? LOBBY.switchOff : LOBBY.switchOn}
        onClick={() => void media.setCameraOn(!isOn)}
      />
    </div>
  );
}
