import type { Support } from 'cyclorama';
import type { Notice } from './notice';

export const UNSUPPORTED = 'This browser cannot put a background behind you.';

/** Says that nothing can be processed in this browser, and what it lacks. */
export const supportNotice = ({ missing }: Support): Notice => ({
  title: UNSUPPORTED,
  remedy:
    `It lacks ${missing.join(', ')}. Open the page in a current Chrome, Edge, Firefox or Safari. ` +
    'No camera is opened here.',
  stays: true,
});
