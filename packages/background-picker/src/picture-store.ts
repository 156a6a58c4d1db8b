import { PICTURES, type PictureName } from './background-name';

/** A picture of ours could not be fetched. */
export class PictureUnreachableError extends Error {
  override readonly name = 'PictureUnreachableError';
}

/** The pictures of our own making. Each is fetched once: later the network may be gone. */
export class PictureStore {
  readonly #fetched = new Map<PictureName, Promise<Blob>>();

  /** @param folder - Where they are served. */
  constructor(private readonly folder: URL) {}

  /**
   * A picture's file.
   * @throws PictureUnreachableError; the next call tries again.
   */
  get(name: PictureName): Promise<Blob> {
    const fetched = this.#fetched.get(name) ?? fetchPicture(new URL(`${name}.jpg`, this.folder));
    this.#fetched.set(name, fetched);
    fetched.catch(() => this.#fetched.delete(name));
    return fetched;
  }

  /** Fetches what is not there yet; what fails is tried again when it is asked for. */
  async getAll(): Promise<void> {
    await Promise.allSettled(PICTURES.map((name) => this.get(name)));
  }
}

async function fetchPicture(url: URL): Promise<Blob> {
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`HTTP status ${response.status}`);
    return await response.blob();
  } catch (cause) {
    throw new PictureUnreachableError(`${url.href} cannot be fetched.`, { cause });
  }
}
