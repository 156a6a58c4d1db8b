import type { Background, ImageBackground } from 'cyclorama';
import type { BackgroundName } from './background-name';
import type { SettingValues } from './background-settings';
import type { PickedBackground } from './picked-background';

/** What was chosen in the panel: all that it takes to put it in force, later or again. */
export interface BackgroundChoice {
  readonly name: BackgroundName;
  readonly type: Background['type'];
  readonly settings: SettingValues;
  /** The visitor's own file, where it is one. */
  readonly file?: File | undefined;
  /** Shown for want of the visitor's own picture: nobody chose it. */
  readonly isStandIn?: boolean;
  /**
   * The engine's option; of a picture once it is here.
   * @throws PictureUnreachableError, PictureTooLargeError, or DOMException where a file is no picture.
   */
  load(): Promise<Background>;
}

/** A background for which nothing need be loaded. */
export const readyChoice = (
  name: BackgroundName,
  settings: SettingValues,
  background: Background,
): BackgroundChoice => ({
  name,
  type: background.type,
  settings,
  load: () => Promise.resolve(background),
});

/** A picture, loaded when its turn has come. */
export const pictureChoice = (
  about: Pick<BackgroundChoice, 'name' | 'settings' | 'file'>,
  load: () => Promise<ImageBackground['image']>,
): BackgroundChoice => ({
  ...about,
  type: 'image',
  load: async () => ({ type: 'image', image: await load(), fit: about.settings.fit }),
});

/** A choice as an app remembers it. */
export const pickedOf = ({ name, settings, file }: BackgroundChoice): PickedBackground => ({
  name,
  ...settings,
  ...(file && { file }),
});
