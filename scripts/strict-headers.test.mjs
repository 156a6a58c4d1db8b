import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { headersFile, PAGE_POLICY, STRICT_HEADERS, strictHeaders } from './strict-headers.mjs';

const read = (path) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const blocksOf = (markdown) =>
  [...markdown.matchAll(/^```\w*\n(.*?)^```$/gms)].map(([, block]) => block);

const POLICY = STRICT_HEADERS['Content-Security-Policy'];
const LIST = Object.entries(STRICT_HEADERS).map((header) => header.join(': '));

describe('the headers that a host is asked for', () => {
  it('are listed as plain text where hosting is described', () => {
    expect(blocksOf(read('docs/hosting.md'))).toContain(`${LIST.join('\n')}\n`);
  });

  it.each(['docs/hosting.md', 'README.md'])('are the same in every example of %s', (path) => {
    const policies = blocksOf(read(path)).filter((block) => block.includes('default-src'));
    expect(policies.length).toBeGreaterThan(0);
    for (const block of policies) expect(block).toContain(POLICY);
  });

  it('stand in _headers under one rule for all paths', () => {
    expect(headersFile()).toBe(`/*\n${LIST.map((line) => `  ${line}\n`).join('')}`);
  });

  it('are all in each example of how to host', () => {
    const blocks = blocksOf(read('docs/hosting.md')).filter((block) =>
      block.includes('default-src'),
    );
    for (const block of blocks) {
      for (const value of Object.values(STRICT_HEADERS).filter((value) => value !== 'nosniff')) {
        expect(block).toContain(value);
      }
    }
  });

  it('let no other site put a page into a frame, nor a page lend what it may use', () => {
    expect(POLICY.split('; ')).toEqual(
      expect.arrayContaining([
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "object-src 'none'",
      ]),
    );
    expect(STRICT_HEADERS).toMatchObject({
      'Referrer-Policy': 'no-referrer',
      'Permissions-Policy': expect.stringMatching(/^camera=\(self\), microphone=\(self\), /),
    });
  });

  it('are in the page itself as far as browsers take them there', () => {
    expect(`${PAGE_POLICY}; frame-ancestors 'none'`).toBe(POLICY);
  });

  it('let pages connect to the hosts that are named, and load nothing else from there', () => {
    const hosts = ['https://*.chime.aws', 'wss://*.chime.aws'];
    const policy = strictHeaders({ connectTo: hosts })['Content-Security-Policy'];
    expect(policy).toBe(
      POLICY.replace("connect-src 'self'", `connect-src 'self' ${hosts.join(' ')}`),
    );
  });
});
