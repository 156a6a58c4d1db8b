import type { Settings } from './settings';
import { isLink, settingsOnArrival } from './settings-link';
import { SettingsMemory } from './settings-memory';

/**
 * The settings in force: from the address's link or from memory. What the visitor changes is kept
 * beside what was remembered: a link that was followed is another one's wish, and not kept.
 */
export class RememberedSettings {
  #now: Settings;
  readonly #closing = new AbortController();

  /** @param onLink - Another link was followed in the open page. */
  constructor(
    onLink: (settings: Settings) => void,
    private readonly memory = new SettingsMemory(),
  ) {
    this.#now = settingsOnArrival(memory.read(), location.hash);
    const follow = (): void => {
      if (!isLink(location.hash)) return;
      this.#now = settingsOnArrival(this.#now, location.hash);
      onLink(this.#now);
    };
    addEventListener('hashchange', follow, { signal: this.#closing.signal });
  }

  get now(): Settings {
    return this.#now;
  }

  /** Keeps what the visitor changed. */
  change(changed: Partial<Settings>): void {
    const names = Object.keys(changed) as (keyof Settings)[];
    const others = names.filter((name) => changed[name] !== this.#now[name]);
    if (others.length === 0) return;
    const changes = Object.fromEntries(others.map((name) => [name, changed[name]]));
    this.#now = { ...this.#now, ...changes };
    // Read anew: the page may be open in another tab.
    this.memory.write({ ...this.memory.read(), ...changes });
    leaveLink();
  }

  /** Follows no more links. */
  close(): void {
    this.#closing.abort();
  }
}

/** Else a reload would bring back what the link said, and following it again would do nothing. */
function leaveLink(): void {
  if (!isLink(location.hash)) return;
  history.replaceState(history.state, '', location.pathname + location.search);
}
