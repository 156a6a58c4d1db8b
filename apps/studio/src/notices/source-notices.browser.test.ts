import { describe, expect, it } from 'vitest';
import { captureError, SourceError } from '../sources/source-error';
import { endedNotice, sourceNotice } from './source-notices';

const cameraNotice = (name: string): string =>
  sourceNotice(captureError('camera', new DOMException('', name))).title;

describe('sourceNotice', () => {
  it('tells the camera’s failures apart', () => {
    expect(cameraNotice('NotFoundError')).toBe('No camera was found.');
    expect(cameraNotice('OverconstrainedError')).toBe('This camera is no longer connected.');
    expect(cameraNotice('NotAllowedError')).toBe('The camera is not allowed.');
    expect(cameraNotice('NotReadableError')).toBe('The camera is in use or not responding.');
  });

  it('takes a cancelled screen share for no failure of the system', () => {
    const thrown = captureError('screen', new DOMException('', 'NotAllowedError'));
    expect(sourceNotice(thrown).title).toBe('No screen is shared.');
  });

  it('offers to try again when the sample is missing', () => {
    const thrown = new SourceError('sample', 'unplayable');
    const notice = sourceNotice(thrown, () => undefined);
    expect(notice).toMatchObject({
      title: 'The sample could not be loaded.',
      action: { label: 'Try again' },
    });
  });

  it('says where a movie is broken', () => {
    expect(endedNotice('movie', { brokenAtS: 72.4 }).title).toBe('The movie is damaged at 1:12.');
    expect(endedNotice('movie', {}).title).toBe('The movie has ended.');
  });

  it('says what the browser said where it knows no better', () => {
    const thrown = new SourceError('camera', 'unknown', { cause: new Error('odd') });
    expect(sourceNotice(thrown).remedy).toContain('odd');
  });
});
