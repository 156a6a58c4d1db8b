import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { PICTURES } from './background-name';

const pathOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

it('has a button, a picture and a thumbnail for each name, and none without', () => {
  const buttons = [
    ...readFileSync(pathOf('picker.html'), 'utf8').matchAll(/data-background="(.*?)"/g),
  ]
    .map(([, name]) => name)
    .filter((name) => !['own', 'blur', 'color', 'none'].includes(name ?? ''));
  expect(buttons).toEqual(PICTURES);
  const files = readdirSync(pathOf('../pictures')).filter((name) => name.endsWith('.jpg'));
  expect(files.sort()).toEqual(
    PICTURES.flatMap((name) => [`${name}.jpg`, `${name}-small.jpg`]).sort(),
  );
});
