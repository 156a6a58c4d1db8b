import { Wallpaper } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { BackgroundChooser } from '../../background/background-chooser';
import { ROOM } from '../../texts';
import { IconButton } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { useRoom } from '../room-context';

/** What stands behind one. */
export function BackgroundButton(): ReactElement {
  const { media } = useRoom();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <IconButton icon={Wallpaper} label={ROOM.background} onClick={() => setOpen(true)} />
      {isOpen && (
        <Dialog title={ROOM.background} onClose={() => setOpen(false)}>
          <BackgroundChooser media={media} />
        </Dialog>
      )}
    </>
  );
}
