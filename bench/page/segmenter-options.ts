import type { ProcessorOptions } from 'cyclorama';
import { bodypix } from 'cyclorama/bodypix';
import type { Candidate } from '../src/tradeoff/candidates';

/** What a processor is made with for one setting. */
export function segmenterOptions(candidate: Candidate): ProcessorOptions {
  if (candidate.segmenter === 'selfie') return { model: candidate.settings.model };
  return { segmenter: bodypix(candidate.settings) };
}
