import { useEffect, useState, type RefObject } from 'react';
import type { Size } from './grid';

/** How large an element is, kept up to date. */
export function useSize(element: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useEffect(() => {
    const watched = element.current;
    if (!watched) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSize(entry.contentRect);
    });
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
