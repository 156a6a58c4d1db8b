/** What is drawn, and how large it is. */
export interface SvgParts {
  /** For who cannot see it. */
  readonly title: string;
  readonly width: number;
  readonly height: number;
  /** Style beside that of texts and page. */
  readonly style: string;
  readonly parts: readonly string[];
}

const STYLE = `
:root { color-scheme: light dark; }
text { font: 13px system-ui, sans-serif; fill: #1f2328; }
.title { font-weight: 600; font-size: 15px; }
.label { text-anchor: end; }
.middle { text-anchor: middle; }
.page { fill: #ffffff; }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3; }
  .page { fill: #0d1117; }
}`;

/** A picture that is read on light and on dark pages. */
export function svgPicture({ title, width, height, style, parts }: SvgParts): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escapeXml(title)}</title>`,
    `<style>${STYLE}${style}\n</style>`,
    `<rect class="page" width="${width}" height="${height}" />`,
    ...parts,
    '</svg>\n',
  ].join('\n');
}

/** Text that cannot break the picture. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
