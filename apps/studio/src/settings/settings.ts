import type { PathChoice } from 'cyclorama';
import { DEFAULT_PICTURE, type BackgroundName } from '../backgrounds/background-name';
import type { SettingValues } from '../backgrounds/background-settings';
import { DEFAULT_MODEL, type ModelSettings } from '../model/model-values';
import { CALL_VALUES, type CaptureValues } from '../sources/capture-values';
import type { PageView } from '../stage/page-view';

/** All that the page remembers. */
export interface Settings extends SettingValues, CaptureValues, ModelSettings {
  readonly background: BackgroundName;
  readonly view: PageView;
  /** Where the divider stands, in percent from the left. */
  readonly divider: number;
  readonly path: PathChoice;
}

/** What a visitor sees who was never here before. */
export const DEFAULT_SETTINGS: Settings = {
  background: DEFAULT_PICTURE,
  fit: 'cover',
  strength: 0.5,
  color: '#2f6f5e',
  ...CALL_VALUES,
  ...DEFAULT_MODEL,
  view: 'compare',
  divider: 40,
  path: 'auto',
};
