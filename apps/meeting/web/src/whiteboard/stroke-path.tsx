import { memo, type ReactElement } from 'react';
import type { Stroke } from './drawing';
import type { Points } from './points';

/** A stroke as the browser draws it, sharp at any size; its colour follows the page's. */
export const StrokePath = memo(function StrokePath({
  stroke: { ink, width, points },
}: {
  readonly stroke: Stroke;
}): ReactElement {
  return <path className={`stroke ${ink}`} strokeWidth={width} d={outlineOf(points)} />;
});

/** Through the middles between points, bent by the points: no corners where none were drawn. */
function outlineOf(points: Points): string {
  const [x = 0, y = 0] = points;
  let outline = `M${x} ${y}`;
  for (let at = 2; at < points.length - 2; at += 2) {
    const [bendX = 0, bendY = 0, nextX = 0, nextY = 0] = points.slice(at, at + 4);
    outline += `Q${bendX} ${bendY} ${(bendX + nextX) / 2} ${(bendY + nextY) / 2}`;
  }
  // A single point is a dot.
  return `${outline}L${points.at(-2) ?? x} ${points.at(-1) ?? y}`;
}
