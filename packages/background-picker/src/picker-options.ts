import type { Background } from 'cyclorama';
import type { PickedBackground } from './picked-background';
import type { PickerNotice } from './picker-notice';

/** What a picker has from its app. */
export interface BackgroundPickerOptions {
  /** Where our pictures are: `backgrounds/`, where `vite-plugins` has them beside the page. */
  readonly picturesUrl: string | URL;
  /** Hands a background to the engine; rejects when it cannot be shown. One at a time. */
  readonly set: (background: Background) => Promise<void>;
  /** Something could not be done; undefined when that no longer matters. */
  readonly onNotice: (notice: PickerNotice | undefined) => void;
  /** What the visitor chose is in force: to be remembered. Not told of what only stands in for it. */
  readonly onChange?: (picked: PickedBackground) => void;
}
