import { useEffect, type RefObject } from 'react';
import type { ChatLog } from './chat-log';

/** Nothing is unread while the element can be seen, in a window that is. */
export function useLook(log: ChatLog, element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let isOnPage = false;
    let lookAway: (() => void) | undefined;
    const follow = (): void => {
      lookAway?.();
      lookAway = isOnPage && document.visibilityState === 'visible' ? log.look() : undefined;
    };
    const observer = new IntersectionObserver((entries) => {
      isOnPage = entries.at(-1)?.isIntersecting ?? false;
      follow();
    });
    if (element.current) observer.observe(element.current);
    document.addEventListener('visibilitychange', follow);
    return () => {
      observer.disconnect();
      document.removeEventListener('visibilitychange', follow);
      lookAway?.();
    };
  }, [log, element]);
}
