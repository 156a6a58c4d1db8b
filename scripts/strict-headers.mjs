/**
 * Under what everything must work, sent with every response: a header on the page alone would leave
 * its workers free. Pages ask only their own host; `connectTo` names others, as sources of the policy.
 */
export function strictHeaders({ connectTo = [] } = {}) {
  const policy = [
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "style-src 'self'",
    ["connect-src 'self'", ...connectTo].join(' '),
  ];
  return { 'Content-Security-Policy': policy.join('; '), 'X-Content-Type-Options': 'nosniff' };
}

/** {@link strictHeaders} of pages that ask no other host. */
export const STRICT_HEADERS = strictHeaders();

/** The headers as hosts of static files read them from a file `_headers`: Netlify, Cloudflare Pages. */
export function headersFile() {
  const lines = Object.entries(STRICT_HEADERS).map(([name, value]) => `  ${name}: ${value}`);
  return ['/*', ...lines, ''].join('\n');
}
