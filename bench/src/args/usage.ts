import { PEER_NAMES } from '../peers/peer-names';

/** A command line that does not say what to do; its message says what would. */
export class UsageError extends Error {}

export const USAGE = `Usage: npm run bench -- NAME [options] [--json]
  speed    --clip FILE_OR_FOLDER [--width W --height H] [--seconds N] [--background image|blur|color]
           [--path auto|canvas] [--runs N]
  peers    the options of speed but --path, [--only NAME,NAME]: ${PEER_NAMES.join(', ')}
  quality  --images FOLDER --masks FOLDER [--sequence] [--models FOLDER]
  tradeoff --clip FILE_OR_FOLDER [--truth FOLDER] [--models FOLDER] [--only PART,PART] [--frames N]
           [--width W --height H] [--picture FILE.svg]
  page
  kernels  [--runs N] [--picture FILE.svg]
  bodypix  [--runs N] [--models FOLDER]
  chime    [--clients N] [--width W --height H] [--fps N] [--seconds N]
  meeting  [--rooms N] [--messagesPerMinute N] [--seconds N]`;
