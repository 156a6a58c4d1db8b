/** Pictures of our own making, by their file's name in `pictures`. */
export const PICTURES = [
  'stage',
  'living-room',
  'office',
  'loft',
  'library',
  'sunlit',
  'evening',
  'mountains',
  'lake',
  'dawn',
  'mist',
  'slate',
] as const;

export type PictureName = (typeof PICTURES)[number];

/** What a visitor sees first, and what takes the place of a picture that is removed. */
export const DEFAULT_PICTURE: PictureName = 'stage';

/** What the picker offers. */
export type BackgroundName = PictureName | 'own' | 'blur' | 'color' | 'none';

export const isPicture = (name: string): name is PictureName =>
  (PICTURES as readonly string[]).includes(name);

const OTHERS: readonly string[] = ['own', 'blur', 'color', 'none'] satisfies BackgroundName[];

export const isBackgroundName = (name: string): name is BackgroundName =>
  isPicture(name) || OTHERS.includes(name);
