import { DEFAULT_PICTURE, isBackgroundName, type BackgroundName } from './background-name';
import { FITS, type SettingValues } from './background-settings';

/** What was picked, as an app remembers it: the name, and what all controls say. */
export interface PickedBackground extends SettingValues {
  readonly name: BackgroundName;
  /** The visitor's own picture, where it is one. What an app writes down goes without it. */
  readonly file?: File | undefined;
}

/** What a visitor sees who was never here before. */
export const DEFAULT_BACKGROUND: PickedBackground = {
  name: DEFAULT_PICTURE,
  fit: 'cover',
  strength: 0.5,
  color: '#2f6f5e',
};

/** Whether something that was kept, perhaps by an older page, is a background that can be chosen. */
export function isPickedBackground(kept: unknown): kept is PickedBackground {
  if (typeof kept !== 'object' || kept === null) return false;
  const { name, fit, strength, color } = kept as Readonly<Record<string, unknown>>;
  return (
    typeof name === 'string' &&
    isBackgroundName(name) &&
    FITS.some((each) => each === fit) &&
    isShare(strength) &&
    typeof color === 'string' &&
    /^#[\da-f]{6}$/i.test(color)
  );
}

const isShare = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= 1;
