import { useRef, useState, type KeyboardEvent } from 'react';
import type { Pen, Tool } from './pen';
import { BOARD } from './points';
import { within } from './use-pointer';

/** Where the pen is while it is moved by keys. */
export interface Cursor {
  readonly x: number;
  readonly y: number;
  readonly isDown: boolean;
}

const STEP = 10;
const FAR = 100;
const WAYS: Readonly<Partial<Record<string, readonly [number, number]>>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Draws by keys: arrows move the pen, Space puts it down and lifts it. */
export function useKeys(pen: Pen, tool: Tool, canDraw: boolean) {
  const [cursor, setCursor] = useState<Cursor>();
  const latest = useRef<Cursor>({ x: BOARD.width / 2, y: BOARD.height / 2, isDown: false });
  const put = (next: Cursor): void => {
    latest.current = next;
    setCursor(next);
  };
  const press = (): void => {
    const { x, y, isDown } = latest.current;
    if (isDown) pen.finish();
    else pen.begin(tool, [x, y]);
    put({ x, y, isDown: !isDown });
  };
  const move = ([right, down]: readonly [number, number], step: number): void => {
    const { x, y, isDown } = latest.current;
    const next = {
      ...{ x: within(x + right * step, BOARD.width), y: within(y + down * step, BOARD.height) },
      isDown,
    };
    if (isDown) pen.draw([next.x, next.y]);
    put(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const way = WAYS[event.key];
    if (!canDraw || (!way && event.key !== ' ')) return;
    event.preventDefault();
    if (way) move(way, event.shiftKey ? FAR : STEP);
    else press();
  };
  const onBlur = (): void => {
    if (latest.current.isDown) press();
    setCursor(undefined);
  };
  return { cursor, handlers: { onKeyDown, onBlur } };
}
