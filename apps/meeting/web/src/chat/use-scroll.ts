import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** So near the end one is at the end. */
const NEAR_PX = 48;

/** Keeps a list at its end while one is there, and where one reads otherwise. */
export function useScroll(
  list: RefObject<HTMLElement | null>,
  first: string | undefined,
  last: string | undefined,
) {
  const [hasNew, setHasNew] = useState(false);
  const isAtEnd = useRef(true);
  const toEndPx = useRef(0);
  const top = useRef(0);
  const measure = (): void => {
    const { scrollHeight = 0, scrollTop = 0, clientHeight = 0 } = list.current ?? {};
    toEndPx.current = scrollHeight - scrollTop;
    const isNear = toEndPx.current - clientHeight < NEAR_PX;
    // Only who scrolls up leaves the end: it moves away by itself where something is added.
    if (isNear || scrollTop < top.current) isAtEnd.current = isNear;
    top.current = scrollTop;
    if (isAtEnd.current) setHasNew(false);
  };
  const toEnd = (): void => {
    list.current?.scrollTo({ top: list.current.scrollHeight });
  };
  // Older messages come above: what one reads stays where it is.
  useLayoutEffect(() => {
    const { current } = list;
    if (current && !isAtEnd.current) current.scrollTop = current.scrollHeight - toEndPx.current;
  }, [first, list]);
  useLayoutEffect(() => {
    if (!isAtEnd.current) setHasNew(true);
  }, [last]);
  // Each time: what comes late is put in above the end.
  useLayoutEffect(() => {
    if (isAtEnd.current) toEnd();
  });
  // What one writes takes room from the list as it grows.
  useEffect(() => {
    const observer = new ResizeObserver(() => {
      if (isAtEnd.current) toEnd();
    });
    if (list.current) observer.observe(list.current);
    return () => observer.disconnect();
  }, []);
  return { hasNew, measure, toEnd };
}
