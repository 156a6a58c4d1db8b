import { Presentation } from 'lucide-react';
import type { ReactElement } from 'react';
import { ROOM } from '../../texts';
import { IconButton } from '../../ui/button';
import { useWhiteboard } from '../../whiteboard/use-whiteboard';

/** Opens and closes the whiteboard on one's own page. */
export function WhiteboardButton({ onChoose }: { readonly onChoose: () => void }): ReactElement {
  const { isOpen, toggle, hasNews } = useWhiteboard();
  const choose = (): void => {
    toggle();
    onChoose();
  };
  return (
    <span className="with-badge">
      <IconButton
        icon={Presentation}
        label={hasNews ? ROOM.whiteboardNews : ROOM.whiteboard}
        aria-pressed={isOpen}
        onClick={choose}
      />
      {hasNews && <span className="badge dot" aria-hidden />}
    </span>
  );
}
