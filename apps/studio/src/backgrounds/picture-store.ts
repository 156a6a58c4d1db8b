import { PICTURES, pictureUrl, type PictureName } from './background-name';

/** A picture of ours could not be fetched. */
export class PictureUnreachableError extends Error {
  override readonly name = 'PictureUnreachableError';
}

/** The pictures of our own making. Each is fetched once: later the network may be gone. */
export class PictureStore {
  readonly #fetched = new Map<PictureName, Promise<Blob>>();

  /** @param urlOf - Where a picture is served. */
  constructor(private readonly urlOf: (name: PictureName) => string | URL = pictureUrl) {}

  /**
   * A picture's file.
   * @throws PictureUnreachableError; the next call tries again.
   */
  get(name: PictureName): Promise<Blob> {
    const fetched = this.#fetched.get(name) ?? fetchPicture(this.urlOf(name));
    this.#fetched.set(name, fetched);
    fetched.catch(() => this.#fetched.delete(name));
    return fetched;
  }

  /** Fetches what is not there yet; what fails is tried again when it is asked for. */
  async getAll(): Promise<void> {
    await Promise.allSettled(PICTURES.map((name) => this.get(name)));
  }
}

async function fetchPicture(url: string | URL): Promise<Blob> {
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`HTTP status ${response.status}`);
    return await response.blob();
  } catch (cause) {
    throw new PictureUnreachableError(`${String(url)} cannot be fetched.`, { cause });
  }
}
