import { ModelLoadError } from '../errors';
import type { Size } from '../frame/frame-size';
import { PART_NAMES } from './part-names';
import type { WorkerSettings } from './worker-settings';

/** Pixels that weights are tried with: every stride of BodyPix gives another count of values. */
export const SMALL: Size = { width: 33, height: 33 };

/** What weights give for an input, without the values. */
interface GridShape extends Size {
  readonly channels: number;
}

type Asked = Pick<WorkerSettings, 'modelUrl' | 'outputStride' | 'parts'>;

/**
 * Refuses values that are not where the settings say: by another stride the mask would lie askew and
 * show the room.
 * @throws ModelLoadError that names what the weights have and what is set.
 */
export function requireGrid(grid: GridShape, input: Size, asked: Asked): void {
  requireStride(grid, input, asked);
  const channels = asked.parts ? 1 + PART_NAMES.length : 1;
  if (grid.channels === channels) return;
  const found = `gives ${grid.channels} values for each place, not ${channels}`;
  throw new ModelLoadError(`${asked.modelUrl} ${found}: it is no BodyPix, or one without parts.`);
}

function requireStride(grid: GridShape, input: Size, { modelUrl, outputStride }: Asked): void {
  const fits = (edge: keyof Size) => grid[edge] === (input[edge] - 1) / outputStride + 1;
  if (fits('width') && fits('height')) return;
  const [across, down] = (['width', 'height'] as const).map((edge) => {
    return (input[edge] - 1) / (grid[edge] - 1);
  });
  const found = across === down ? across : `${across} across and ${down} down`;
  throw new ModelLoadError(
    `${modelUrl} has weights of stride ${found}, and settings.outputStride is ${outputStride}: ` +
      'they must be the same.',
  );
}
