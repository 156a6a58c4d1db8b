import { PictureStore } from '../backgrounds/picture-store';
import { openSample } from '../sources/sample';
import type { Source } from '../sources/source';
import html from '../../index.html?raw';

/** Puts index.html's body into the test's page, as for a visitor who was never here before. */
export function layOutPage(): void {
  localStorage.clear();
  const page = new DOMParser().parseFromString(html, 'text/html');
  // The pictures are served elsewhere in the tests; here only the controls matter.
  for (const picture of page.querySelectorAll('img')) picture.removeAttribute('src');
  document.body.replaceChildren(...page.body.children);
}

/** The built-in sample, from where the tests' server has it. */
export const openTestSample = (): Promise<Source> =>
  openSample(new URL('../../public/sample/sample.webm', import.meta.url));

/** A movie whose second half is noise. */
export async function brokenMovie(): Promise<File> {
  const url = new URL('../../public/sample/sample.webm', import.meta.url);
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
  bytes.fill(0x5a, bytes.length / 2);
  return new File([bytes], 'broken.webm', { type: 'video/webm' });
}

/** Our pictures, from where the tests' server has them. */
export const testPictures = (): PictureStore =>
  new PictureStore((name) => new URL(`../../public/backgrounds/${name}.jpg`, import.meta.url));

/** Chooses a file as the browser’s picker does. */
export function chooseFile(id: string, file: File): void {
  const input = document.querySelector<HTMLInputElement>(`#${id}`);
  const files = new DataTransfer();
  files.items.add(file);
  if (input) input.files = files.files;
  input?.dispatchEvent(new Event('change'));
}
