import type { ReactElement } from 'react';

/** Opens the stamps, and posts the one that is chosen. */
export function StampButton(): ReactElement | null {
  return null;
}
