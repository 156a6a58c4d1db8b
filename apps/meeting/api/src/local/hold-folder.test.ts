import { expect, it } from 'vitest';
import { holdFolder } from './hold-folder';

it('keeps a folder for one app of this process, until it is given back', async () => {
  const release = holdFolder('/data', 'data');
  expect(() => holdFolder('/data', 'link')).toThrow('link is in use: the app runs on it already.');
  await release();
  await holdFolder('/data', 'data')();
});
