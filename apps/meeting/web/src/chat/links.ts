/** A part of a text: words, or an address that may be opened. */
export interface TextPart {
  readonly text: string;
  readonly href?: string;
}

/** Up to a blank, or what would end an attribute or a tag. */
const ADDRESS = /https?:\/\/[^\s<>"'`]+/giu;
/** What more likely ends the sentence than the address. */
const TRAILING = /[.,;:!?)\]}»”’]+$/u;

/** Finds addresses of the web in a text; others, such as `javascript:`, stay words. */
export function findLinks(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = found.replace(TRAILING, '');
    const href = webAddress(address);
    if (href === undefined) continue;
    parts.push({ text: text.slice(end, index) }, { text: address, href });
    end = index + address.length;
  }
  return [...parts, { text: text.slice(end) }].filter((part) => part.text !== '');
}

/** Without a name and password, which make an address look like another. */
function webAddress(address: string): string | undefined {
  const url = URL.parse(address);
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  return url && isWeb && url.username === '' && url.password === '' ? url.href : undefined;
}
