import { openSample } from '../sources/sample';
import type { Source } from '../sources/source';
import html from '../../index.html?raw';

/** Puts index.html's body into the test's page. */
export function layOutPage(): void {
  const page = new DOMParser().parseFromString(html, 'text/html');
  // The pictures are served elsewhere in the tests; here only the controls matter.
  for (const picture of page.querySelectorAll('img')) picture.removeAttribute('src');
  document.body.replaceChildren(...page.body.children);
}

/** The built-in sample, from where the tests' server has it. */
export const openTestSample = (): Promise<Source> =>
  openSample(new URL('../../public/sample/sample.webm', import.meta.url));
