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
  broken: 'This page broke',
  brokenText: 'Your camera and microphone are off. Load the page again to go on where you were.',
  reload: 'Load again',
} as const;
