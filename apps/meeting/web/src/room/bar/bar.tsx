import { Ellipsis, GalleryThumbnails, LayoutGrid } from 'lucide-react';
import { useId, type ReactElement } from 'react';
import { HandButton } from '../../hands/hand-button';
import { HostControls } from '../../host/host-controls';
import { ShareMenu } from '../../share/share-menu';
import { StampButton } from '../../stamps/stamp-button';
import { ROOM } from '../../texts';
import { IconButton } from '../../ui/button';
import type { Arrangement } from '../stage/focus';
import { BackgroundButton } from './background-button';
import './bar.css';
import { CameraControl } from './camera-control';
import { HelpButton } from './help-button';
import { LeaveControl } from './leave-control';
import { MicrophoneControl } from './microphone-control';
import { PanelButtons } from './panel-buttons';
import type { PanelChoice } from './panel-choice';
import { WhiteboardButton } from './whiteboard-button';

interface BarProps extends PanelChoice {
  readonly isSplit: boolean;
  readonly onArrange: (arrangement: Arrangement) => void;
}

/** The controls. On a narrow page those of less use are behind one of them. */
export function Bar({ panel, onPanel, isSplit, onArrange }: BarProps): ReactElement {
  const id = useId();
  return (
    <footer className="bar" role="group" aria-label={ROOM.bar}>
      <MicrophoneControl />
      <CameraControl />
      <div id={id} className="bar-rest" popover="auto">
        <BackgroundButton />
        <ShareMenu />
        <WhiteboardButton />
        <StampButton />
        <HandButton />
        <IconButton
          icon={isSplit ? LayoutGrid : GalleryThumbnails}
          label={isSplit ? ROOM.grid : ROOM.focus}
          onClick={() => onArrange(isSplit ? 'grid' : 'focus')}
        />
        <HostControls />
        <HelpButton />
      </div>
      <IconButton className="bar-more" icon={Ellipsis} label={ROOM.more} popoverTarget={id} />
      <PanelButtons panel={panel} onPanel={onPanel} />
      <LeaveControl />
    </footer>
  );
}
