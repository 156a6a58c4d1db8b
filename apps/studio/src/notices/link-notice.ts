import type { Notice } from './notice';

/** Says that a link that was followed in the open page asks for no background, and does not get it. */
export const ROOM_STAYS_HIDDEN: Notice = {
  title: 'The link asks to show your room.',
  remedy: 'Your background stays on. Choose None if you want the room to be seen.',
};
