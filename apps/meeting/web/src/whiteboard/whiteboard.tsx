import { X } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useRoom } from '../room/room-context';
import { useStore } from '../state/use-store';
import { useTalk } from '../talk/use-talk';
import { WHITEBOARD } from '../texts';
import { IconButton } from '../ui/button';
import { BoardPicture } from './board-picture';
import { BoardTools } from './board-tools';
import type { Tool } from './pen';
import { useWhiteboard } from './use-whiteboard';
import './whiteboard.css';

/** The whiteboard, where it is open. */
export function Whiteboard(): ReactElement | null {
  const { isOpen, toggle, canDraw } = useWhiteboard();
  const [tool, setTool] = useState<Tool>({ ink: 'ink', width: 8 });
  if (!isOpen) return null;
  return (
    <section className="whiteboard" aria-label={WHITEBOARD.heading}>
      <div className="board-head">
        {canDraw ? <BoardTools tool={tool} onTool={setTool} /> : <WhyNot />}
        <IconButton icon={X} look="quiet" label={WHITEBOARD.close} onClick={toggle} />
      </div>
      <div className="board-place">
        <BoardPicture tool={tool} canDraw={canDraw} />
      </div>
      <Full />
    </section>
  );
}

function WhyNot(): ReactElement {
  const { call } = useRoom();
  const isConnected = useStore(call.state).status === 'connected';
  return <p className="hint">{isConnected ? WHITEBOARD.onlyHosts : WHITEBOARD.notNow}</p>;
}

function Full(): ReactElement | null {
  const { drawing } = useTalk().board;
  const { participantId } = useRoom().seat;
  useStore(drawing.strokes);
  if (!drawing.isFullFor(participantId)) return null;
  return (
    <p className="problem" role="status">
      {WHITEBOARD.full}
    </p>
  );
}
