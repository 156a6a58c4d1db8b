import { CycloramaError } from 'cyclorama';
import type { Notice } from './notice';

/** Says why the engine could not do its work, and what to do. */
export function processorNotice(thrown: unknown, again: () => void): Notice {
  const action = { label: 'Try again', run: again };
  const remedy = thrown instanceof Error ? thrown.message : String(thrown);
  const code = thrown instanceof CycloramaError ? thrown.code : undefined;
  if (code === 'unsupported') return { title: 'This browser cannot do it.', remedy };
  if (code === 'model-load') return { title: 'The model could not be loaded.', remedy, action };
  if (code === 'worker-lost') return { title: 'The computation broke off.', remedy, action };
  if (code === 'background') return backgroundNotice(thrown);
  return { title: 'A frame could not be processed.', remedy, action };
}

/** Says why a background was not taken. The old one stays. */
export function backgroundNotice(thrown: unknown, fileName?: string): Notice {
  const title = fileName
    ? `${fileName} could not be read as a picture.`
    : 'The background could not be loaded.';
  const why = thrown instanceof Error ? thrown.message : String(thrown);
  return {
    title,
    remedy: `The background stays as it was. JPEG, PNG, WebP and AVIF work. (${why})`,
  };
}
