/** What a page's own `<meta>` may say too: browsers pass over `frame-ancestors` there, and complain. */
function policyOf(connectTo) {
  return [
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "style-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    ["connect-src 'self'", ...connectTo].join(' '),
  ].join('; ');
}

/** What pages use, and whom they lend it to: nobody. */
const PERMISSIONS = [
  ...['camera', 'microphone', 'display-capture', 'speaker-selection'].map(own),
  ...['autoplay', 'fullscreen', 'clipboard-write'].map(own),
  ...['geolocation', 'payment', 'usb'].map((feature) => `${feature}=()`),
].join(', ');

function own(feature) {
  return `${feature}=(self)`;
}

/**
 * Under what everything must work, sent with every response: a header on the page alone would leave
 * its workers free. Pages ask only their own host; `connectTo` names others, as sources of the policy.
 */
export function strictHeaders({ connectTo = [] } = {}) {
  return {
    'Content-Security-Policy': `${policyOf(connectTo)}; frame-ancestors 'none'`,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy': PERMISSIONS,
  };
}

/** {@link strictHeaders} of pages that ask no other host. */
export const STRICT_HEADERS = strictHeaders();

/** The policy of such pages as they may say it themselves, in a `<meta>`. */
export const PAGE_POLICY = policyOf([]);

/** The headers as hosts of static files read them from a file `_headers`: Netlify, Cloudflare Pages. */
export function headersFile() {
  const lines = Object.entries(STRICT_HEADERS).map(([name, value]) => `  ${name}: ${value}`);
  return ['/*', ...lines, ''].join('\n');
}
