import type { Background } from 'cyclorama';
import type { BackgroundName } from './background-name';
import type { SettingValues } from './background-settings';

/** What was chosen in the panel: all that it takes to put it in force, later or again. */
export interface BackgroundChoice {
  readonly name: BackgroundName;
  readonly type: Background['type'];
  readonly settings: SettingValues;
  /** The visitor's own file, where it is one. */
  readonly file?: File | undefined;
  /**
   * The engine's option; of a picture once it is here.
   * @throws PictureUnreachableError, or DOMException where a file is no picture.
   */
  load(): Promise<Background>;
}
