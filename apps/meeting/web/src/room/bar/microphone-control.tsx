import { ChevronUp, Mic, MicOff } from 'lucide-react';
import type { ReactElement } from 'react';
import { MicrophoneChooser, SpeakerChooser } from '../../devices/device-choosers';
import { useStore } from '../../state/use-store';
import { ROOM } from '../../texts';
import { IconButton } from '../../ui/button';
import { Menu } from '../../ui/menu';
import { useRoom } from '../room-context';

/** Mutes one, and chooses what one is heard and hears by. */
export function MicrophoneControl(): ReactElement {
  const { media } = useRoom();
  const { isMuted, problem } = useStore(media.microphone);
  const { mute, unmute, none, menu } = ROOM.microphone;
  const isOff = isMuted || problem !== undefined;
  return (
    <div className="split-button">
      <IconButton
        icon={isOff ? MicOff : Mic}
        className={isOff ? 'is-off' : undefined}
        label={problem ? none : isMuted ? unmute : mute}
        onClick={() => (problem ? media.retryMicrophone() : media.setMuted(!isMuted))}
      />
      <Menu icon={ChevronUp} label={menu} className="device-menu">
        {() => (
          <>
            <MicrophoneChooser media={media} />
            <SpeakerChooser media={media} />
          </>
        )}
      </Menu>
    </div>
  );
}
