import { Caller, paintedCamera, pictureColor } from '../page';

const stage = { caller: new Caller(), paintedCamera, pictureColor };

/** What a script finds in the page as `stage`. */
export type Stage = typeof stage;

Object.assign(globalThis, { stage });
