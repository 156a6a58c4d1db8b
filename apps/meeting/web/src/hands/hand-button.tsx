import type { ReactElement } from 'react';

/** Raises and lowers one's hand. */
export function HandButton(): ReactElement | null {
  return null;
}
