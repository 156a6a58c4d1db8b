import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { LOCAL_REGION } from './local-region';

/** DynamoDB on this machine. */
export interface LocalDatabase {
  readonly client: DynamoDBClient;
  /** Resolves when all is in the files. */
  close(): Promise<void>;
}

/** @param folder - Where its files are; nobody else may have them open. */
export async function openDatabase(folder: string): Promise<LocalDatabase> {
  // Nobody else on this machine knows it, nor a web page that finds the port.
  const accessKeyId = randomUUID();
  const server = dynalite({ path: folder, createTableMs: 0 });
  admitOnly(server, accessKeyId);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const credentials = { accessKeyId, secretAccessKey: 'not looked at' };
  const client = new DynamoDBClient({ endpoint, region: LOCAL_REGION, credentials });
  const close = async () => {
    client.destroy();
    await promisify(server.close.bind(server))();
  };
  return { client, close };
}

/** It takes any credentials itself, and answers pages of any origin. */
function admitOnly(server: Server, accessKeyId: string): void {
  const listeners = server.listeners('request');
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { authorization = '' } = request.headers;
    if (!authorization.includes(`Credential=${accessKeyId}/`)) {
      response.writeHead(403).end();
      return;
    }
    for (const listener of listeners) Reflect.apply(listener, server, [request, response]);
  });
}
