import { Caller, paintedCamera, pictureColor, rememberConnections } from '../page';

const stage = {
  dropConnections: rememberConnections(),
  caller: new Caller(),
  paintedCamera,
  pictureColor,
};

/** What a script finds in the page as `stage`. */
export type Stage = typeof stage;

Object.assign(globalThis, { stage });
