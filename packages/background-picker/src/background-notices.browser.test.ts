import { expect, it } from 'vitest';
import { backgroundNotice } from './background-notices';
import { PictureTooLargeError } from './decode-picture';
import { PictureUnreachableError } from './picture-store';

const again = (): void => undefined;

it('speaks of the network, not of formats, when a picture could not be fetched', () => {
  const thrown = new PictureUnreachableError('');
  const { remedy, action } = backgroundNotice({ thrown, instead: 'color', again });
  expect(remedy).toContain('network');
  expect(remedy).toContain('A plain colour is shown instead.');
  expect(remedy).not.toContain('JPEG');
  expect(action?.label).toBe('Try again');
});

it('says once what to do about a file that is no picture', () => {
  const thrown = new DOMException('The source image could not be decoded.');
  const noticeOf = (file: File): string =>
    backgroundNotice({ thrown, file, instead: 'other', again }).remedy;
  expect(noticeOf(new File([], 'a.png', { type: 'image/png' }))).toBe(
    'The background stays as it was. The file is damaged, or not a picture. Choose a JPEG, PNG, WebP or AVIF file.',
  );
  expect(noticeOf(new File([], 'a.svg', { type: 'image/svg+xml' }))).toContain('drawing');
});

it('says how large a picture is that is too large, and how large it may be', () => {
  const thrown = new PictureTooLargeError({ width: 40_000, height: 30_000 }, {});
  const file = new File([], 'wall.png', { type: 'image/png' });
  const { title, remedy } = backgroundNotice({ thrown, file, instead: 'other', again });
  expect(title).toBe('wall.png is too large: 40,000 × 30,000 pixels.');
  expect(remedy).toContain('3,840 pixels on its longer side');
});

it('takes no more room for a file with a very long name', () => {
  const file = new File([], `${'holiday-'.repeat(30)}.png`, { type: 'image/png' });
  const thrown = new DOMException('The source image could not be decoded.');
  const { title } = backgroundNotice({ thrown, file, instead: 'other', again });
  expect(title).toBe('holiday-holiday-holiday-hol…holiday-.png could not be read as a picture.');
});
