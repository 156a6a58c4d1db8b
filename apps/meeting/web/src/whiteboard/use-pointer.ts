import { useRef, type PointerEvent } from 'react';
import type { Pen, Tool } from './pen';
import { BOARD, type Points } from './points';

/** Points of a movement, on a board that is shown at any size. */
function pointsOf(event: PointerEvent<SVGSVGElement>): Points {
  const toBoard = event.currentTarget.getScreenCTM()?.inverse();
  if (!toBoard) return [];
  // Pens tell of more points than there are frames.
  const coalesced = event.nativeEvent.getCoalescedEvents();
  const moves = coalesced.length > 0 ? coalesced : [event.nativeEvent];
  return moves.flatMap(({ clientX, clientY }) => {
    const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(toBoard);
    return [within(x, BOARD.width), within(y, BOARD.height)];
  });
}

export const within = (value: number, most: number): number =>
  Math.round(Math.min(most, Math.max(0, value)));

/** Draws with whichever pointer comes first; a palm beside the pen draws nothing. */
export function usePointer(pen: Pen, tool: Tool, canDraw: boolean) {
  const drawing = useRef<number>(undefined);
  const finish = ({ pointerId }: PointerEvent): void => {
    if (drawing.current !== pointerId) return;
    drawing.current = undefined;
    pen.finish();
  };
  return {
    onPointerDown: (event: PointerEvent<SVGSVGElement>): void => {
      if (!canDraw || drawing.current !== undefined || event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      drawing.current = event.pointerId;
      pen.begin(tool, pointsOf(event).slice(-2));
    },
    onPointerMove: (event: PointerEvent<SVGSVGElement>): void => {
      if (drawing.current === event.pointerId) pen.draw(pointsOf(event));
    },
    onPointerUp: finish,
    onPointerCancel: finish,
  };
}
