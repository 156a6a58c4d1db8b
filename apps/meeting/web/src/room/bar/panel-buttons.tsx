import { MessageSquare, Users } from 'lucide-react';
import type { ReactElement } from 'react';
import { useUnread } from '../../chat/use-unread';
import { ROOM } from '../../texts';
import { IconButton } from '../../ui/button';
import type { Panel, PanelChoice } from './panel-choice';

/** Open people and chat, and close them. */
export function PanelButtons({ panel, onPanel }: PanelChoice): ReactElement {
  const unread = useUnread();
  const toggle = (wanted: Panel) => () => onPanel(panel === wanted ? undefined : wanted);
  return (
    <>
      <IconButton
        icon={Users}
        label={ROOM.people}
        aria-pressed={panel === 'people'}
        data-opens="people"
        onClick={toggle('people')}
      />
      <span className="with-badge">
        <IconButton
          icon={MessageSquare}
          label={ROOM.unread(unread)}
          aria-pressed={panel === 'chat'}
          data-opens="chat"
          onClick={toggle('chat')}
        />
        {unread > 0 && (
          <span className="badge" aria-hidden>
            {unread > 99 ? '99+' : unread}
          </span>
        )}
      </span>
    </>
  );
}
