import type { Notice } from './notice';

/** Says that a link that was followed in the open page would show the room, and does not get that. */
export const ROOM_STAYS_HIDDEN: Notice = {
  title: 'The link asks to show your room.',
  remedy: 'Your background and model stay on. Choose None if you want the room to be seen.',
};
