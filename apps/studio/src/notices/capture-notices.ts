import type { Recorded } from '../capture/recording';
import type { Notice } from './notice';

export const NO_PICTURE_YET: Notice = {
  title: 'There is no picture yet.',
  remedy: 'Choose a source, wait until the view shows something, and press again.',
};

/** Says that nothing can be recorded here. */
export const cannotRecordNotice = (detail?: unknown): Notice => ({
  title: 'This browser cannot record.',
  remedy: 'It has no recorder for pictures with sound. A snapshot works; so do Chrome and Firefox.',
  detail,
});

const MICROPHONE: Readonly<Record<string, string>> = {
  NotAllowedError: 'It was not allowed. Allow it at the sign in the address bar',
  NotFoundError: 'None was found. Plug one in',
  NotReadableError: 'It is in use, or does not answer. Close other programs that use it',
};

/** Says that a recording goes on without the microphone. */
export function microphoneNotice(thrown: unknown): Notice {
  const name = thrown instanceof Error ? thrown.name : '';
  const reason = MICROPHONE[name] ?? 'It could not be opened. Look into the system’s settings';
  return {
    title: 'The microphone is not recorded.',
    remedy: `${reason} and record again for sound. The picture is being recorded.`,
    detail: thrown,
  };
}

/** Says that a recording ended by itself, or holds nothing; none where all is as asked for. */
export function recordedNotice({ content, name, endedBy, failure }: Recorded): Notice | undefined {
  const again = 'Record again to go on.';
  if (content.size === 0) {
    const remedy = 'No picture came while it was on. Wait until the view moves, and record again.';
    return { title: 'Nothing was recorded.', remedy, detail: failure };
  }
  if (endedBy === 'visitor') return undefined;
  const remedy = `What was recorded until then is saved as ${name}. ${again}`;
  const title = endedBy === 'output' ? 'The recording ended.' : 'The recording broke off.';
  return { title, remedy, detail: failure };
}
