import { expect, it } from 'vitest';
import { findLinks } from './links';

const hrefs = (text: string) => findLinks(text).flatMap(({ href }) => href ?? []);

it('finds addresses of the web, without the sentence around them', () => {
  const text = 'See (https://example.org/a?b=c#d), and HTTP://example.net.';
  expect(hrefs(text)).toEqual(['https://example.org/a?b=c#d', 'http://example.net/']);
  expect(
    findLinks(text)
      .map((part) => part.text)
      .join(''),
  ).toBe(text);
});

it.each([
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'file:///etc/passwd',
  'https://',
  'https://bank.example@evil.example/',
  '//example.org',
])('leaves %s as it is', (text) => {
  expect(findLinks(text)).toEqual([{ text }]);
});

it('ends an address where markup begins', () => {
  expect(hrefs('https://example.org/"onmouseover="alert(1)')).toEqual(['https://example.org/']);
});
