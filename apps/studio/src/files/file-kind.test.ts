import { expect, it } from 'vitest';
import { fileKind } from './file-kind';

it.each([
  ['image/png', 'a', 'picture'],
  ['video/webm', 'a', 'movie'],
  ['video/x-matroska', 'a.mkv', 'movie'],
  ['', 'IMG_1.HEIC', 'picture'],
  ['', 'clip.MOV', 'movie'],
  ['', 'folder', undefined],
  ['application/pdf', 'photo.png', undefined],
  ['audio/ogg', 'a.ogv', undefined],
])('a file of type ‘%s’ named %s is: %s', (type, name, kind) => {
  expect(fileKind({ type, name })).toBe(kind);
});
