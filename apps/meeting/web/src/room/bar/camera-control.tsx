import { ChevronUp, Video, VideoOff } from 'lucide-react';
import type { ReactElement } from 'react';
import { CameraChooser, ResolutionChooser } from '../../devices/device-choosers';
import { useStore } from '../../state/use-store';
import { ROOM } from '../../texts';
import { IconButton } from '../../ui/button';
import { Menu } from '../../ui/menu';
import { useRoom } from '../room-context';

/** Switches the camera on and off, and chooses which. */
export function CameraControl(): ReactElement {
  const { media } = useRoom();
  const isOn = useStore(media.camera.state).status !== 'off';
  const { on, off, menu } = ROOM.camera;
  return (
    <div className="split-button">
      <IconButton
        icon={isOn ? Video : VideoOff}
        className={isOn ? undefined : 'is-off'}
        label={isOn ? off : on}
        onClick={() => void media.setCameraOn(!isOn)}
      />
      <Menu icon={ChevronUp} label={menu} className="device-menu">
        {() => (
          <>
            <CameraChooser media={media} />
            <ResolutionChooser media={media} />
          </>
        )}
      </Menu>
    </div>
  );
}
