import { describe, expect, it } from 'vitest';
import { captureError, SourceError } from '../sources/source-error';
import { sourceNotice } from './source-notices';

const cameraNotice = (name: string): string =>
  sourceNotice(captureError('camera', new DOMException('', name))).title;

describe('sourceNotice', () => {
  it('tells the camera’s failures apart', () => {
    expect(cameraNotice('NotFoundError')).toBe('No such camera was found.');
    expect(cameraNotice('OverconstrainedError')).toBe('No such camera was found.');
    expect(cameraNotice('NotAllowedError')).toBe('The camera was not allowed.');
    expect(cameraNotice('NotReadableError')).toBe('The camera is in use, or does not answer.');
  });

  it('takes a cancelled screen share for no failure of the system', () => {
    const thrown = captureError('screen', new DOMException('', 'NotAllowedError'));
    expect(sourceNotice(thrown).title).toBe('No screen is shared.');
  });

  it('says what the browser said where it knows no better', () => {
    const thrown = new SourceError('camera', 'unknown', { cause: new Error('odd') });
    expect(sourceNotice(thrown).remedy).toContain('odd');
  });
});
