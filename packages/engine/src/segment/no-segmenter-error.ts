import { FrameError } from '../errors';

/**
 * Nobody finds the person just now: the first segmenter still loads, or its worker was lost. The
 * frame fails as any other; why, the page knows and tells, once and not for each frame.
 */
export class NoSegmenterError extends FrameError {
  constructor(cause?: unknown) {
    super('There is no segmenter just now, so this frame cannot be shown.', { cause });
  }
}
