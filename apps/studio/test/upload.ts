/** A file as a page's picker takes it. */
export interface Upload {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export const upload = (name: string, mimeType: string, buffer: Buffer): Upload => ({
  name,
  mimeType,
  buffer,
});

/** Words that say they are a picture. */
export const letter = (name = 'letter.png'): Upload =>
  upload(name, 'image/png', Buffer.from('this is no picture'));

/** Words that say they are a movie. */
export const movieLetter = (name = 'letter.mp4'): Upload =>
  upload(name, 'video/mp4', Buffer.from('this is no movie'));
