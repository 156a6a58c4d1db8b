import { Lock, Users } from 'lucide-react';
import { useEffect, useState, type ReactElement } from 'react';
import { usePeople } from '../people/use-people';
import { ShareBar } from '../share/share-bar';
import { ShareContext, useOwnShare } from '../share/use-share';
import { useStore } from '../state/use-store';
import { PEOPLE, ROOM } from '../texts';
import { PageTitle } from '../ui/page-title';
import { useWhiteboard } from '../whiteboard/use-whiteboard';
import { Bar } from './bar/bar';
import type { Panel } from './bar/panel-choice';
import { Notices } from './notices';
import { useRoom } from './room-context';
import './room-layout.css';
import { useShortcuts } from './shortcuts';
import { SidePanel } from './side-panel';
import type { Arrangement } from './stage/focus';
import { Stage } from './stage/stage';
import { useTiles } from './stage/use-tiles';

/** Stage, side panels and the bar of controls. */
export function RoomLayout(): ReactElement {
  const { media } = useRoom();
  const share = useOwnShare();
  const [panel, setPanel] = useState<Panel>();
  const [arrangement, setArrangement] = useArrangement();
  const hasContent = useHasContent();
  useShortcuts(media);
  useEffect(() => media.watch(), [media]);
  const isSplit = arrangement === 'focus' || (arrangement === 'auto' && hasContent);
  return (
    <ShareContext value={share}>
      <main className="room" data-panel={panel ?? 'none'}>
        <RoomHead />
        <div className="room-stage">
          <Notices isPeopleOpen={panel === 'people'} onInvite={() => setPanel('people')} />
          <ShareBar />
          <Stage arrangement={arrangement} />
        </div>
        {panel && <SidePanel panel={panel} onPanel={setPanel} />}
        <Bar panel={panel} onPanel={setPanel} isSplit={isSplit} onArrange={setArrangement} />
      </main>
    </ShareContext>
  );
}

/** Whatever comes to be shared is shown, however all were shown before. */
function useArrangement() {
  const [arrangement, setArrangement] = useState<Arrangement>('auto');
  const hasContent = useHasContent();
  const { isOpen } = useWhiteboard();
  useEffect(() => setArrangement('auto'), [hasContent, isOpen]);
  return [arrangement, setArrangement] as const;
}

const useHasContent = (): boolean => useTiles().some(({ kind }) => kind === 'content');

function RoomHead(): ReactElement {
  const { state } = useRoom();
  const { room } = useStore(state);
  const people = usePeople();
  return (
    <header className="room-head">
      <PageTitle title={room.name} />
      <h1>{room.name}</h1>
      {room.locked && <Lock size={16} role="img" aria-label={ROOM.locked} />}
      <span className="room-count">
        <Users aria-hidden size={16} />
        {PEOPLE.inCall(people.length)}
      </span>
    </header>
  );
}
