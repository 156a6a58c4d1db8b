/**
 * Under what everything must work, sent with every response: a header on the page alone would leave
 * its workers free.
 */
export const STRICT_HEADERS: Readonly<Record<string, string>>;
