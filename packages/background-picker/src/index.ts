export { BackgroundPicker } from './background-picker';
export {
  DEFAULT_PICTURE,
  isBackgroundName,
  isPicture,
  PICTURES,
  type BackgroundName,
  type PictureName,
} from './background-name';
export { FITS, type SettingValues } from './background-settings';
export { ButtonGroup } from './button-group';
export { DEFAULT_BACKGROUND, isPickedBackground, type PickedBackground } from './picked-background';
export type { PickerNotice } from './picker-notice';
export type { BackgroundPickerOptions } from './picker-options';
export { shortName } from './short-name';
