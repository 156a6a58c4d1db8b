/** What stands in several places. */
export const GENERAL = {
  product: 'Cyclorama',
  page: 'Cyclorama meeting',
  close: 'Close',
  cancel: 'Cancel',
  copy: 'Copy',
  copied: 'Copied',
  tryAgain: 'Try again',
  unreachable: 'The server cannot be reached. Check your connection and try again.',
} as const;
