import { useEffect, type RefObject } from 'react';

/** Where there is a keyboard: a field with the focus covers half of a phone with its own. */
const DESKTOP = '(hover: hover) and (pointer: fine)';

/** Whoever opens a panel can write at once; whoever walks along the tabs stays on them. */
export function useFirstFocus(panel: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const isOnTab = document.activeElement?.getAttribute('role') === 'tab';
    if (isOnTab || !matchMedia(DESKTOP).matches) return;
    // After the side panel has noted where the focus was, and has taken it.
    const timer = setTimeout(() => panel.current?.querySelector('textarea')?.focus());
    return () => clearTimeout(timer);
  }, [panel]);
}
