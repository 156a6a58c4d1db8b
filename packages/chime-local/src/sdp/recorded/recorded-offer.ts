import { readFileSync } from 'node:fs';

/** Offers of Chromium 156 and Firefox 153 in the SDK's shapes, without their addresses. */
export const RECORDED = [
  'chromium-joining',
  'chromium-simulcast',
  'chromium-stopped',
  'firefox-simulcast',
  'firefox-stopped',
] as const;

/** One of them as the browser wrote it. */
export function recordedOffer(name: (typeof RECORDED)[number]): string {
  const text = readFileSync(new URL(`${name}.sdp`, import.meta.url), 'utf8');
  return text.replaceAll('\n', '\r\n');
}
