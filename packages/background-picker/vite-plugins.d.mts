import type { Plugin } from 'vite';

/** For an app's build: has the pictures, with their provenance, in `backgrounds/`. */
export declare function backgroundPictures(): Plugin;

/**
 * For an app whose page has the controls from the first paint on: puts them in the place of
 * `<!-- background picker -->`, where the script finds them.
 */
export declare function backgroundPickerInThePage(): Plugin;
