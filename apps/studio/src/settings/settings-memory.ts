import { DEFAULT_SETTINGS, type Settings } from './settings';
import { readSettings, writeSettings } from './settings-text';

const KEY = 'cyclorama-studio';

/** To be raised when a name gets another meaning: what older pages kept is then forgotten. */
const VERSION = '1';

/** The settings, kept for next time. Where storage is blocked, nothing is kept and nothing fails. */
export class SettingsMemory {
  /** @param storage - Opened each time, since browsers throw where it is blocked. */
  constructor(private readonly storage: () => Storage = () => localStorage) {}

  /** What was kept; defaults for whatever is absent, garbage, or of another version. */
  read(): Settings {
    const kept = new URLSearchParams(this.#text());
    if (kept.get('version') !== VERSION) return DEFAULT_SETTINGS;
    return { ...DEFAULT_SETTINGS, ...readSettings(kept) };
  }

  write(settings: Settings): void {
    const kept = writeSettings(settings);
    kept.set('version', VERSION);
    try {
      this.storage().setItem(KEY, kept.toString());
    } catch {
      // Blocked or full: the page works all the same.
    }
  }

  #text(): string {
    try {
      return this.storage().getItem(KEY) ?? '';
    } catch {
      return '';
    }
  }
}
