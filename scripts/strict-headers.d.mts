/** Header fields by name. */
export type StrictHeaders = Readonly<
  Record<'Content-Security-Policy' | 'X-Content-Type-Options', string>
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

/** The headers as hosts of static files read them from a file `_headers`: Netlify, Cloudflare Pages. */
export function headersFile(): string;
