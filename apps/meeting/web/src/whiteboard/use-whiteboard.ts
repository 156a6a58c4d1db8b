import { useRoom } from '../room/room-context';
import { useStore } from '../state/use-store';
import { useTalk } from '../talk/use-talk';

/** The whiteboard, as one's own page shows it. */
export interface WhiteboardView {
  readonly isOpen: boolean;
  /** Opens or closes it, on one's own page alone. */
  readonly toggle: () => void;
  /** Whether one may draw on it, and can. */
  readonly canDraw: boolean;
  /** Somebody has drawn while it was closed. */
  readonly hasNews: boolean;
}

/** The whiteboard, as one's own page shows it. */
export function useWhiteboard(): WhiteboardView {
  const { state, call } = useRoom();
  const { board } = useTalk();
  const { room, you } = useStore(state);
  const isConnected = useStore(call.state).status === 'connected';
  const isAllowed = room.drawing === 'everyone' || you.role === 'host';
  return {
    ...useStore(board.view),
    toggle: () => board.toggle(),
    canDraw: isAllowed && isConnected,
  };
}
