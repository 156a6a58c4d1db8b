import { paintRoom } from '../../src/testing/rig';
import { openCamera } from './camera-source';
import { openMovie } from './movie-source';
import { PaintedSource } from './painted-source';
import { PersonSource } from './person-source';
import type { Source } from './source';

/**
 * `board`: a room without a person, in two colours that no background has. `flat`: one colour.
 * `person`: the sample person, standing still. `movie`: the sample, playing. `camera`: made up.
 */
export type SourceKind = 'board' | 'flat' | 'person' | 'movie' | 'camera';

export const FLAT_COLOR = [180, 90, 40] as const;

export function openSource(
  kind: SourceKind,
  width: number,
  height: number,
): Source | Promise<Source> {
  switch (kind) {
    case 'board':
      return new PaintedSource(paintRoom, width, height);
    case 'flat':
      return new PaintedSource(paintFlat, width, height);
    case 'person':
      return PersonSource.open(width, height);
    case 'movie':
      return openMovie();
    case 'camera':
      return openCamera(width, height);
    default:
      return kind satisfies never;
  }
}

function paintFlat(context: OffscreenCanvasRenderingContext2D): void {
  context.fillStyle = `rgb(${FLAT_COLOR.join(',')})`;
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
}
