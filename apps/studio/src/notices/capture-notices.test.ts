import { expect, it } from 'vitest';
import type { Recorded } from '../capture/recording';
import { recordedNotice } from './capture-notices';

const recorded = (content: Blob, endedBy: Recorded['endedBy']): Recorded => ({
  content,
  name: 'cyclorama.webm',
  endedBy,
});

it('says of an empty recording what may have been the matter: two quick presses, or no picture', () => {
  const notice = recordedNotice(recorded(new Blob([]), 'visitor'));
  expect(notice?.title).toBe('Nothing was recorded.');
  expect(notice?.remedy).toContain('too short, or no picture came');
});

it('says nothing of a recording that the visitor ended', () => {
  expect(recordedNotice(recorded(new Blob(['film']), 'visitor'))).toBeUndefined();
});
