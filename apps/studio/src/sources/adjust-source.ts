import { cameraConstraints } from './camera';
import type { CaptureValues } from './capture-values';
import { screenConstraints } from './screen';
import type { Source } from './source';

/**
 * Has a source that is on follow changed wishes. Its track stays the same: to open the camera anew
 * would ask the visitor anew, and while it is open browsers keep to the size that it has.
 * @returns Whether the source could take them; those that play files have nothing to take.
 */
export async function adjustSource(
  { kind, track }: Source,
  wished: CaptureValues,
): Promise<boolean> {
  if (kind !== 'camera' && kind !== 'screen') return true;
  const constraints = kind === 'camera' ? cameraConstraints(wished) : screenConstraints(wished);
  return track.applyConstraints(constraints).then(
    () => true,
    () => false,
  );
}
