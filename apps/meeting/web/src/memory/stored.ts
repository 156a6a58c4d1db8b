/** What is stored under a name; undefined where nothing is, or where storage is refused. */
export function recall(storage: () => Storage, name: string): string | undefined {
  try {
    return storage().getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Stores it, where the browser lets it. */
export function remember(storage: () => Storage, name: string, value: string): void {
  try {
    storage().setItem(name, value);
  } catch {
    // Private windows may refuse: it is asked for again next time.
  }
}

/** As long as the browser keeps it. */
export const lasting = (): Storage => localStorage;

/** As long as the tab is open, through reloads. */
export const ofThisTab = (): Storage => sessionStorage;
