import { useSyncExternalStore } from 'react';
import type { Store } from './store';

/** What a store holds, kept up to date. */
export function useStore<Value>(store: Pick<Store<Value>, 'get' | 'subscribe'>): Value {
  return useSyncExternalStore(store.subscribe, store.get);
}
