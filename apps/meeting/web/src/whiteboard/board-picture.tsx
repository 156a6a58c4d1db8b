import { useId, type ReactElement } from 'react';
import { useRoom } from '../room/room-context';
import { useStore } from '../state/use-store';
import { useTalk } from '../talk/use-talk';
import { WHITEBOARD } from '../texts';
import type { Stroke } from './drawing';
import type { Tool } from './pen';
import { BOARD } from './points';
import { StrokePath } from './stroke-path';
import { useKeys } from './use-keys';
import { usePointer } from './use-pointer';

interface BoardPictureProps {
  readonly tool: Tool;
  readonly canDraw: boolean;
}

/** What is drawn, and where one draws: by mouse, finger or pen, and by keys. */
export function BoardPicture({ tool, canDraw }: BoardPictureProps): ReactElement {
  const id = useId();
  const { drawing, pen } = useTalk().board;
  const strokes = useStore(drawing.strokes);
  const description = useDescription(strokes);
  const pointer = usePointer(pen, tool, canDraw);
  const { cursor, handlers } = useKeys(pen, tool, canDraw);
  return (
    <>
      <svg
        className="board"
        viewBox={`0 0 ${BOARD.width} ${BOARD.height}`}
        role={canDraw ? 'application' : 'img'}
        aria-label={WHITEBOARD.heading}
        aria-describedby={id}
        tabIndex={0}
        data-can-draw={canDraw}
        {...pointer}
        {...handlers}
      >
        {strokes.map((stroke) => (
          <StrokePath key={stroke.key} stroke={stroke} />
        ))}
        {cursor && (
          <circle
            className="board-cursor"
            data-down={cursor.isDown}
            cx={cursor.x}
            cy={cursor.y}
            r={tool.width / 2 + 8}
          />
        )}
      </svg>
      <p id={id} className="unseen">
        {description} {canDraw && WHITEBOARD.keys}
      </p>
      <p className="unseen" role="status">
        {cursor && (cursor.isDown ? WHITEBOARD.penDown : WHITEBOARD.penUp)}
      </p>
    </>
  );
}

function useDescription(strokes: readonly Stroke[]): string {
  const { participants } = useStore(useRoom().state);
  const names = new Set(strokes.map(({ author }) => participants.get(author)?.name));
  const known = [...names].map((name) => name ?? WHITEBOARD.somebody);
  return WHITEBOARD.description(strokes.length, known.join(', '));
}
