import { Ellipsis, GalleryThumbnails, LayoutGrid } from 'lucide-react';
import { useId, useRef, type ReactElement } from 'react';
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
  const rest = useRef<HTMLDivElement>(null);
  /** Whoever has chosen sees what comes of it; nothing happens where the page is wide. */
  const close = (): void => rest.current?.hidePopover();
  const arrange = (): void => {
    onArrange(isSplit ? 'grid' : 'focus');
    close();
  };
  return (
    <footer className="bar" role="group" aria-label={ROOM.bar}>
      <MicrophoneControl />
      <CameraControl />
      <div ref={rest} id={id} className="bar-rest" popover="auto">
        <BackgroundButton />
        <ShareMenu onChoose={close} />
        <WhiteboardButton onChoose={close} />
        <StampButton onChoose={close} />
        <HandButton onChoose={close} />
        <IconButton
          icon={isSplit ? LayoutGrid : GalleryThumbnails}
          label={isSplit ? ROOM.grid : ROOM.focus}
          onClick={arrange}
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
