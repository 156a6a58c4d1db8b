/**
 * Under what everything must work, sent with every response: a header on the page alone would leave
 * its workers free.
 */
export const STRICT_HEADERS = {
  'Content-Security-Policy': [
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "style-src 'self'",
    "connect-src 'self'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
};

/** The headers as hosts of static files read them from a file `_headers`: Netlify, Cloudflare Pages. */
export function headersFile() {
  const lines = Object.entries(STRICT_HEADERS).map(([name, value]) => `  ${name}: ${value}`);
  return ['/*', ...lines, ''].join('\n');
}
