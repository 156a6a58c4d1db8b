import { Eraser, Trash2, Undo2 } from 'lucide-react';
import { useId, type ReactElement } from 'react';
import { useRoom } from '../room/room-context';
import { useStore } from '../state/use-store';
import { useTalk } from '../talk/use-talk';
import { WHITEBOARD } from '../texts';
import { IconButton } from '../ui/button';
import { INKS, WIDTHS } from './board-topic';
import type { Tool } from './pen';

interface BoardToolsProps {
  readonly tool: Tool;
  readonly onTool: (tool: Tool) => void;
}

/** Colours, widths, and what takes things off the board. */
export function BoardTools({ tool, onTool }: BoardToolsProps): ReactElement {
  const id = useId();
  const { board } = useTalk();
  const { seat, state } = useRoom();
  const isHost = useStore(state).you.role === 'host';
  const strokes = useStore(board.drawing.strokes);
  const hasOwn = strokes.some(({ author }) => author === seat.participantId);
  return (
    <div className="board-tools" role="group" aria-label={WHITEBOARD.tools}>
      <fieldset className="board-choice" aria-label={WHITEBOARD.ink}>
        {INKS.map((ink) => (
          <label key={ink} className={`board-ink ${ink}`} title={WHITEBOARD.inks[ink]}>
            <input
              type="radio"
              className="unseen"
              name={`${id}-ink`}
              aria-label={WHITEBOARD.inks[ink]}
              checked={ink === tool.ink}
              onChange={() => onTool({ ...tool, ink })}
            />
            {ink === 'rubber' && <Eraser aria-hidden size={18} />}
          </label>
        ))}
      </fieldset>
      <fieldset className="board-choice" aria-label={WHITEBOARD.width}>
        {WIDTHS.map((width) => (
          <label key={width} className="board-width" title={WHITEBOARD.widths[width]}>
            <input
              type="radio"
              className="unseen"
              name={`${id}-width`}
              aria-label={WHITEBOARD.widths[width]}
              checked={width === tool.width}
              onChange={() => onTool({ ...tool, width })}
            />
            <span data-width={width} />
          </label>
        ))}
      </fieldset>
      <IconButton
        icon={Undo2}
        look="quiet"
        label={WHITEBOARD.undo}
        disabled={!hasOwn}
        onClick={() => board.undo()}
      />
      {isHost && (
        <IconButton
          icon={Trash2}
          look="quiet"
          label={WHITEBOARD.clear}
          disabled={strokes.length === 0}
          onClick={() => board.clear()}
        />
      )}
    </div>
  );
}
