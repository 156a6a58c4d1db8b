import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createStore, runOperation, type DynaliteStore } from './dynalite-store';
import { LOCAL_REGION } from './local-region';

/** DynamoDB on this machine, in this process: there is no port at which others would find it. */
export interface LocalDatabase {
  readonly client: DynamoDBClient;
  /** Resolves when all is in the files. */
  close(): Promise<void>;
}

/** Hears of what the files refuse. */
export type OnFault = (error: unknown) => void;

interface ClientRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/**
 * @param folder - Where its files are; nobody else may have them open.
 * @param onFault - Whoever asked is told that the service failed.
 * @throws Error of LevelDB where the files cannot be had, `LEVEL_LOCKED` its cause where others do.
 */
export async function openDatabase(folder: string, onFault: OnFault): Promise<LocalDatabase> {
  const store = createStore(folder);
  await store.db.open();
  const client = new DynamoDBClient({
    endpoint: 'http://localhost',
    region: LOCAL_REGION,
    credentials: { accessKeyId: 'nobody', secretAccessKey: 'not looked at' },
    // There is no network between: what fails once fails again.
    maxAttempts: 1,
    requestHandler: { handle: (request: ClientRequest) => answer(store, request, onFault) },
  });
  const close = async () => {
    client.destroy();
    await store.db.close();
  };
  return { client, close };
}

async function answer(
  store: DynaliteStore,
  { headers, body = '{}' }: ClientRequest,
  onFault: OnFault,
) {
  const [, operation = ''] = (headers['x-amz-target'] ?? '').split('.');
  const input = JSON.parse(typeof body === 'string' ? body : decoder.decode(body)) as object;
  const answered = await runOperation(store, operation, input).catch((error: unknown) => {
    onFault(error);
    return FAILED;
  });
  const bytes = encoder.encode(JSON.stringify(answered.body));
  return { response: { statusCode: answered.statusCode, headers: TYPE, body: bytes } };
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const TYPE = { 'content-type': 'application/x-amz-json-1.0' };
const FAILED = { statusCode: 500, body: { __type: 'InternalServerError' } };
