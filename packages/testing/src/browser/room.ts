import type { Paint } from './frame-feed';
import type { Rgb } from './recorder-protocol';
import { samplePerson } from './sample-person';

/** One of the two colours of the made-up room; nothing else in these tests has it. */
export const ROOM: Rgb = [0, 200, 0];
const OTHER = 'rgb(200, 0, 200)';
const SQUARE_PX = 16;

/** A room that no blur leaves as it is, and that holds no person: a board of two vivid colours. */
export const paintRoom: Paint = (context, frameNumber) => {
  const { width, height } = context.canvas;
  context.fillStyle = OTHER;
  context.fillRect(0, 0, width, height);
  context.fillStyle = `rgb(${ROOM.join(',')})`;
  for (let y = 0; y < height; y += SQUARE_PX) {
    const shift = ((y / SQUARE_PX + Math.floor(frameNumber / 15)) % 2) * SQUARE_PX;
    for (let x = shift; x < width; x += 2 * SQUARE_PX) context.fillRect(x, y, SQUARE_PX, SQUARE_PX);
  }
};

/** The sample's person in that room: what a real segmenter finds. */
export async function paintPersonInRoom(): Promise<Paint> {
  const person = await cutOutPerson();
  return (context, frameNumber) => {
    paintRoom(context, frameNumber);
    context.drawImage(person, 0, 0, context.canvas.width, context.canvas.height);
  };
}

async function cutOutPerson(): Promise<ImageBitmap> {
  const { picture, matte } = await samplePerson();
  const { width, height } = picture;
  const [pixels, opacity] = [pixelsOf(picture, width, height), pixelsOf(matte, width, height)];
  for (let at = 0; at < pixels.data.length; at += 4) pixels.data[at + 3] = opacity.data[at] ?? 0;
  return createImageBitmap(pixels);
}

/** Takes the picture. */
function pixelsOf(picture: ImageBitmap, width: number, height: number): ImageData {
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (!context) throw new Error('no 2D context');
  context.drawImage(picture, 0, 0, width, height);
  picture.close();
  return context.getImageData(0, 0, width, height);
}
