import type { Recorded } from '../capture/recording';
import type { Notice } from './notice';

export const NO_PICTURE_YET: Notice = {
  title: 'There is no picture yet.',
  remedy: 'Choose a source, wait until the picture appears, and press again.',
};

/** Says that nothing can be recorded here. */
export const cannotRecordNotice = (detail?: unknown): Notice => ({
  title: 'This browser cannot record.',
  remedy:
    'It has no recorder for video. You can still take a snapshot, or open the page in Chrome, Edge or Firefox to record.',
  detail,
});

const MICROPHONE: Readonly<Record<string, string>> = {
  NotAllowedError: 'It is not allowed. Allow it in the address bar',
  NotFoundError: 'None was found. Plug one in',
  NotReadableError: 'Another program may be using it. Close that program',
};

/** Says that a recording goes on without the microphone. */
export function microphoneNotice(thrown: unknown): Notice {
  const name = thrown instanceof Error ? thrown.name : '';
  const reason = MICROPHONE[name] ?? 'It could not be opened. Check the system’s sound settings';
  return {
    title: 'The microphone is not being recorded.',
    remedy: `${reason}, then record again. The picture is still being recorded.`,
    detail: thrown,
  };
}

/** Says that a recording ended by itself, or holds nothing; none where all is as asked for. */
export function recordedNotice({ content, name, endedBy, failure }: Recorded): Notice | undefined {
  const again = 'Press Record to start a new one.';
  if (content.size === 0) {
    const remedy =
      'The recording was too short, or no picture came. Record again, and wait a second before you stop.';
    return { title: 'Nothing was recorded.', remedy, detail: failure };
  }
  if (endedBy === 'visitor') return undefined;
  const remedy = `Everything up to then is saved as ${name}. ${again}`;
  const title =
    endedBy === 'output' ? 'The recording has ended.' : 'The recording stopped unexpectedly.';
  return { title, remedy, detail: failure };
}
