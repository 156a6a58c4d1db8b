/** Bytes that are no frame of a client; the message says what is wrong with them. */
export class FrameError extends Error {
  override readonly name = 'FrameError';
}
