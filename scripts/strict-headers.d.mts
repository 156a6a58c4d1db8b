/**
 * Under what everything must work, sent with every response: a header on the page alone would leave
 * its workers free.
 */
export const STRICT_HEADERS: Readonly<
  Record<'Content-Security-Policy' | 'X-Content-Type-Options', string>
>;

/** The headers as hosts of static files read them from a file `_headers`: Netlify, Cloudflare Pages. */
export function headersFile(): string;
