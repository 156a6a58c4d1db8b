import type { PathChoice } from 'cyclorama';
import { DEFAULT_PICTURE, type BackgroundName } from '../backgrounds/background-name';
import type { SettingValues } from '../backgrounds/background-settings';

/** What the stage shows. */
export const VIEWS = ['compare', 'result', 'mask'] as const;
export type View = (typeof VIEWS)[number];

/** Heights that are asked of a camera, in pixels of a 16:9 picture. */
export const RESOLUTIONS = [360, 540, 720, 1080] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

/** Frames a second that are asked of a camera. */
export const RATES = [15, 24, 30, 60] as const;
export type Rate = (typeof RATES)[number];

export const PATH_CHOICES = ['auto', 'canvas'] as const satisfies PathChoice[];

/** All that the page remembers. */
export interface Settings extends SettingValues {
  readonly background: BackgroundName;
  readonly view: View;
  /** Where the divider stands, in percent from the left. */
  readonly divider: number;
  /** As enumerateDevices tells it; empty for the browser's choice. */
  readonly camera: string;
  readonly resolution: Resolution;
  readonly rate: Rate;
  readonly path: PathChoice;
}

/** What a visitor sees who was never here before. */
export const DEFAULT_SETTINGS: Settings = {
  background: DEFAULT_PICTURE,
  fit: 'cover',
  strength: 0.5,
  color: '#2f6f5e',
  view: 'compare',
  divider: 36,
  camera: '',
  resolution: 720,
  rate: 30,
  path: 'auto',
};
