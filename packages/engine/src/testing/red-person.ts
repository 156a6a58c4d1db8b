import type { Paint, Rgb } from '@cyclorama/testing/browser';
import { paintRoom } from './rig';

/** A red person in the middle of the room, for segmenters that take what is red for one. */
export const paintPerson: Paint = (context, frameNumber) => {
  paintRoom(context, frameNumber);
  const { width, height } = context.canvas;
  context.fillStyle = 'rgb(220, 20, 20)';
  context.fillRect(width * 0.3, height * 0.2, width * 0.4, height * 0.8);
};

/** Whether that is the person's colour, but for the rounding of video planes. */
export const isRed = ([red, green, blue]: Rgb): boolean => red > 150 && green < 90 && blue < 90;

/** Whether that is #0000ff, likewise. */
export const isBlue = ([red, green, blue]: Rgb): boolean => red < 30 && green < 30 && blue > 220;
