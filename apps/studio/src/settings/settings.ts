import {
  DEFAULT_BACKGROUND,
  type BackgroundName,
  type PickedBackground,
  type SettingValues,
} from '@cyclorama/background-picker';
import type { PathChoice } from 'cyclorama';
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
  background: DEFAULT_BACKGROUND.name,
  fit: DEFAULT_BACKGROUND.fit,
  strength: DEFAULT_BACKGROUND.strength,
  color: DEFAULT_BACKGROUND.color,
  ...CALL_VALUES,
  ...DEFAULT_MODEL,
  view: 'compare',
  divider: 40,
  path: 'auto',
};

/** The background in them, as its picker takes it. */
export const backgroundOf = ({
  background: name,
  fit,
  strength,
  color,
}: Settings): PickedBackground => ({ name, fit, strength, color });
