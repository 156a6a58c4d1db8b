import { describe, expect, it } from 'vitest';
import { findFirefox } from './find-firefox.mjs';

describe('findFirefox', () => {
  it('takes the program that FIREFOX_PATH names', () => {
    expect(findFirefox({ FIREFOX_PATH: process.execPath })).toBe(process.execPath);
  });

  it('says so when FIREFOX_PATH names nothing', () => {
    expect(() => findFirefox({ FIREFOX_PATH: '/nowhere/firefox' })).toThrow(
      'FIREFOX_PATH names /nowhere/firefox',
    );
  });

  it('finds nothing on a platform it does not know', () => {
    expect(findFirefox({}, 'sunos')).toBeUndefined();
  });
});
