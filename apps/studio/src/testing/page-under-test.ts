import { layOut, part, PICTURES_URL } from '@cyclorama/background-picker/testing';
import { element } from '../page/element';
import { openSample } from '../sources/sample';
import type { Source } from '../sources/source';
import html from '../../index.html?raw';

/** Puts what the build makes of index.html's body into the test's page, as for a visitor who was never here before. */
export function layOutPage(): void {
  localStorage.clear();
  const page = new DOMParser().parseFromString(html, 'text/html');
  document.body.replaceChildren(...page.body.children);
  layOut(element('background-picker', HTMLElement), PICTURES_URL);
}

/** A part of the background picker. */
export const pickerPart = <T extends HTMLElement>(name: string, type: new () => T): T =>
  part(element('background-picker', HTMLElement), name, type);

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
