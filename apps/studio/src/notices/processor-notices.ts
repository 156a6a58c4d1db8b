import { CycloramaError, type ErrorCode } from 'cyclorama';
import type { Notice } from './notice';

const HIDDEN = 'Meanwhile the background alone is shown.';

const KNOWN: Partial<Record<ErrorCode, Pick<Notice, 'title' | 'remedy'>>> = {
  'model-load': {
    title: 'The model could not be loaded.',
    remedy: `What finds you in the picture did not arrive. Check the network and try again. ${HIDDEN}`,
  },
  'worker-lost': {
    title: 'The computation broke off.',
    remedy: `It starts anew by itself; if not, try again. ${HIDDEN}`,
  },
};

/** Says why the engine could not do its work, and what to do. */
export function processorNotice(thrown: unknown, again: () => void): Notice {
  const action = { label: 'Try again', run: again };
  const code = thrown instanceof CycloramaError ? thrown.code : undefined;
  if (code === 'unsupported' && thrown instanceof Error) {
    return { title: 'This browser cannot do it.', remedy: thrown.message };
  }
  const known = code && KNOWN[code];
  if (known) return { ...known, action, detail: thrown };
  return { title: 'A frame could not be processed.', remedy: HIDDEN, action, detail: thrown };
}
