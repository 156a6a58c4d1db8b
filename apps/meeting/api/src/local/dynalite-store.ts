import { createRequire } from 'node:module';

/** LevelDB files with DynamoDB's tables in them. */
export interface DynaliteStore {
  readonly db: { open(): Promise<void>; close(): Promise<void> };
}

/** An answer of DynamoDB: its body, or what it refuses and why. */
export interface DynaliteAnswer {
  readonly statusCode: number;
  readonly body: object;
}

type Done = (error: (Error & Partial<DynaliteAnswer>) | null, body?: object) => void;
type Action = (store: DynaliteStore, data: object, done: Done) => void;

interface Validation {
  readonly types: object;
  readonly custom: unknown;
}

interface Validations {
  readonly checkTypes: (data: object, types: object) => object;
  readonly checkValidations: (
    data: object,
    types: object,
    custom: unknown,
    store: DynaliteStore,
  ) => void;
}

interface Stores {
  readonly create: (options: {
    readonly path: string;
    readonly createTableMs: number;
  }) => DynaliteStore;
}

const load = createRequire(import.meta.url);
const { create } = load('dynalite/db') as Stores;
const { checkTypes, checkValidations } = load('dynalite/validations') as Validations;

/** @param path - Folder of the files. */
export const createStore = (path: string): DynaliteStore => create({ path, createTableMs: 0 });

/**
 * Does what dynalite's server does, without that: the server throws what the store cannot do where
 * nobody can catch it, and so ends the process.
 * @param operation - Such as `PutItem`.
 * @throws Error of the store.
 */
export async function runOperation(
  store: DynaliteStore,
  operation: string,
  input: object,
): Promise<DynaliteAnswer> {
  const name = operation.charAt(0).toLowerCase() + operation.slice(1);
  const { types, custom } = load(`dynalite/validations/${name}`) as Validation;
  const action = load(`dynalite/actions/${name}`) as Action;
  try {
    const data = checkTypes(input, types);
    checkValidations(data, types, custom, store);
    return { statusCode: 200, body: await run(action, store, data) };
  } catch (error) {
    if (isAnswer(error)) return { statusCode: error.statusCode, body: error.body };
    throw error;
  }
}

const run = (action: Action, store: DynaliteStore, data: object): Promise<object> =>
  new Promise((resolve, reject) => {
    action(store, data, (error, body = {}) => (error ? reject(error) : resolve(body)));
  });

const isAnswer = (error: unknown): error is Error & DynaliteAnswer =>
  error instanceof Error && 'statusCode' in error && 'body' in error;
