import { describe, expect, it } from 'vitest';
import { findBrowser } from './find-browser.mjs';

describe('findBrowser', () => {
  it('takes the program that CHROME_PATH names', () => {
    expect(findBrowser({ CHROME_PATH: process.execPath })).toBe(process.execPath);
  });

  it('says so when CHROME_PATH names nothing', () => {
    expect(() => findBrowser({ CHROME_PATH: '/nowhere/chrome' })).toThrow('/nowhere/chrome');
  });

  it('finds nothing on a platform it does not know', () => {
    expect(findBrowser({}, 'sunos')).toBeUndefined();
  });
});
