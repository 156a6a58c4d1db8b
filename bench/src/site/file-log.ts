import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** How much was needed, as it is on disk and as it travels. */
export interface ServedBytes {
  readonly bytes: number;
  readonly bytesGzip: number;
}

/** Remembers which files of a folder were asked for. */
export class FileLog {
  readonly #files = new Set<string>();

  constructor(private readonly folder: string) {}

  note(file: string): void {
    this.#files.add(file);
  }

  /** Sums over the files that count, each once. */
  async bytes(isCounted: (path: string) => boolean): Promise<ServedBytes> {
    const files = [...this.#files].filter(isCounted);
    const contents = await Promise.all(files.map((file) => this.#read(file)));
    const sum = (sizes: number[]): number => sizes.reduce((total, size) => total + size, 0);
    return {
      bytes: sum(contents.map((content) => content.byteLength)),
      bytesGzip: sum(contents.map((content) => gzipSync(content, { level: 9 }).byteLength)),
    };
  }

  /** What was asked for and is not there has no size that counts. */
  async #read(file: string): Promise<Uint8Array> {
    return readFile(join(this.folder, file)).catch(() => new Uint8Array());
  }
}
