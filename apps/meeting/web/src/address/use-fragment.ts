import { useSyncExternalStore } from 'react';

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}

/** Where in the page one is: what stands behind the `#`, with it. */
export const useFragment = (): string => useSyncExternalStore(subscribe, () => location.hash);
