import type { ReactElement } from 'react';

/** What floats over somebody's tile: stamps, short texts, the raised hand. */
export function TileFloats(_: { readonly participantId: string }): ReactElement | null {
  return null;
}
