/** The studio's, which had it first: an app of ours on the same origin has the same picture. */
const DATABASE = 'cyclorama-studio';
const STORE = 'pictures';
const KEY = 'own';

/** Some browsers' storage never answers, and the page must not wait for it. */
const PATIENCE_MS = 3000;

/**
 * The visitor's own picture, kept in this browser for next time. Where storage is blocked, full or
 * silent nothing is kept, and nothing fails.
 */
export class KeptPicture {
  #database: Promise<IDBDatabase> | undefined;

  /** @param patienceMs - How long an answer may take. */
  constructor(private readonly patienceMs = PATIENCE_MS) {}

  /** The file that was kept, if there is one and it can be had. */
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
      this.#database ??= within(this.patienceMs, openDatabase());
      const database = await this.#database;
      const pictures = database.transaction(STORE, mode).objectStore(STORE);
      return await within(this.patienceMs, answerOf(question(pictures)));
    } catch {
      // What failed once may be there the next time.
      this.#database = undefined;
      return undefined;
    }
  }
}

function openDatabase(): Promise<IDBDatabase> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  return new Promise((resolve, reject) => {
    // Another tab holds an older version.
    opening.onblocked = () => reject(new DOMException('', 'InvalidStateError'));
    answerOf(opening).then(resolve, reject);
  });
}

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new DOMException('', 'UnknownError'));
  });

const within = <T>(limitMs: number, answer: Promise<T>): Promise<T> =>
  Promise.race([
    answer,
    new Promise<never>((_, reject) => {
      setTimeout(() => reject(new DOMException('', 'TimeoutError')), limitMs);
    }),
  ]);
