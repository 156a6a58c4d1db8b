import { CycloramaError, type ErrorCode } from 'cyclorama';
import type { Notice } from './notice';
import { UNSUPPORTED } from './support-notice';

const HIDDEN = 'Until then only the background is shown.';

const KNOWN: Partial<Record<ErrorCode, Pick<Notice, 'title' | 'remedy'>>> = {
  'model-load': {
    title: 'The model could not be loaded.',
    remedy: `It is what finds you in the picture. Check the network and try again. ${HIDDEN}`,
  },
  'worker-lost': {
    title: 'Processing stopped unexpectedly.',
    remedy: `It restarts by itself. If it does not, try again. ${HIDDEN}`,
  },
};

/** Says why the engine could not do its work, and what to do. */
export function processorNotice(thrown: unknown, again: () => void): Notice {
  const action = { label: 'Try again', run: again };
  const code = thrown instanceof CycloramaError ? thrown.code : undefined;
  if (code === 'unsupported' && thrown instanceof Error) {
    return { title: UNSUPPORTED, remedy: thrown.message };
  }
  const known = code && KNOWN[code];
  if (known) return { ...known, action, detail: thrown };
  return {
    title: 'The picture could not be processed.',
    remedy: `Try again. ${HIDDEN}`,
    action,
    detail: thrown,
  };
}
