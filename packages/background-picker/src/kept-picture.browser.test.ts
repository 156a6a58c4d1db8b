import { afterEach, expect, it, vi } from 'vitest';
import { flatPng } from './testing/flat-png';
import { KeptPicture } from './kept-picture';

afterEach(async () => {
  vi.restoreAllMocks();
  await new KeptPicture().forget();
});

it('keeps the last picture with its name for the next visit, until it is forgotten', async () => {
  await new KeptPicture().keep(await flatPng(8, 8));
  const file = await flatPng(16, 8);
  await new KeptPicture().keep(file);
  const kept = await new KeptPicture().get();
  expect([kept?.name, kept?.type, kept?.size]).toEqual(['16x8.png', 'image/png', file.size]);
  await new KeptPicture().forget();
  expect(await new KeptPicture().get()).toBeUndefined();
});

it('keeps nothing and does not fail where storage is blocked', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('', 'SecurityError');
  });
  const blocked = new KeptPicture();
  await blocked.keep(await flatPng(8, 8));
  expect(await blocked.get()).toBeUndefined();
  await blocked.forget();
});

it('waits no longer than it has patience where storage does not answer, and asks anew', async () => {
  const file = await flatPng(8, 8);
  await new KeptPicture().keep(file);
  vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => new EventTarget() as IDBOpenDBRequest);
  const silent = new KeptPicture(50);
  expect(await silent.get()).toBeUndefined();
  expect((await silent.get())?.name).toBe(file.name);
});

it('does not wait while another tab holds an older version', async () => {
  const opening = new EventTarget() as IDBOpenDBRequest;
  vi.spyOn(indexedDB, 'open').mockReturnValueOnce(opening);
  const got = new KeptPicture(60_000).get();
  opening.onblocked?.(new IDBVersionChangeEvent('blocked'));
  expect(await got).toBeUndefined();
});

it('keeps nothing and does not fail where storage is full', async () => {
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('', 'QuotaExceededError');
  });
  const full = new KeptPicture();
  await full.keep(await flatPng(8, 8));
  expect(await full.get()).toBeUndefined();
});
