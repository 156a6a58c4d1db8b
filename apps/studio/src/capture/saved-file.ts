/** The browser reads the address after the click; how long after, nobody says. */
const KEPT_MS = 60_000;

/** `cyclorama-2026-11-22-194503.png`, by the visitor's own clock. */
export function fileName(extension: string, at: Date = new Date()): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
  const time = [at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join('');
  return `cyclorama-${day}-${time}.${extension}`;
}

/** Puts a file where the browser puts downloads. */
export function saveFile(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}
