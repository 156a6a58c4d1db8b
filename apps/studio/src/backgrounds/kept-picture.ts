const DATABASE = 'cyclorama-studio';
const STORE = 'pictures';
const KEY = 'own';

/**
 * The visitor's own picture, kept in this browser for next time. Where storage is blocked or full
 * nothing is kept, and nothing fails.
 */
export class KeptPicture {
  #database: Promise<IDBDatabase> | undefined;

  /** The file that was kept, if there is one. */
  async get(): Promise<File | undefined> {
    const kept: unknown = await this.#ask('readonly', (pictures) => pictures.get(KEY));
    return kept instanceof File ? kept : undefined;
  }

  /** Keeps a file in the place of the one before. */
  async keep(file: File): Promise<void> {
    await this.#ask('readwrite', (pictures) => pictures.put(file, KEY));
  }

  async forget(): Promise<void> {
    await this.#ask('readwrite', (pictures) => pictures.delete(KEY));
  }

  async #ask(
    mode: IDBTransactionMode,
    question: (pictures: IDBObjectStore) => IDBRequest,
  ): Promise<unknown> {
    try {
      this.#database ??= openDatabase();
      const database = await this.#database;
      return await answerOf(question(database.transaction(STORE, mode).objectStore(STORE)));
    } catch {
      return undefined;
    }
  }
}

async function openDatabase(): Promise<IDBDatabase> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  return answerOf(opening);
}

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new DOMException('', 'UnknownError'));
  });
