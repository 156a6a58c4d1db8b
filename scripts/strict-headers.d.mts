/** Header fields by name. */
export type StrictHeaders = Readonly<
  Record<
    'Content-Security-Policy' | 'X-Content-Type-Options' | 'Referrer-Policy' | 'Permissions-Policy',
    string
  >
>;

/**
 * Under what everything must work, sent with every response: a header on the page alone would leave
 * its workers free.
 *
 * @param options.connectTo - Hosts besides their own that pages may ask, as sources of the policy, such
 * as `wss://*.chime.aws`. Default: none.
 */
export function strictHeaders(options?: { readonly connectTo?: readonly string[] }): StrictHeaders;

/** {@link strictHeaders} of pages that ask no other host. */
export const STRICT_HEADERS: StrictHeaders;

/**
 * The policy of such pages as they may say it themselves, in a `<meta>`: without `frame-ancestors`,
 * which browsers pass over there.
 */
export const PAGE_POLICY: string;

/** The headers as hosts of static files read them from a file `_headers`: Netlify, Cloudflare Pages. */
export function headersFile(): string;
