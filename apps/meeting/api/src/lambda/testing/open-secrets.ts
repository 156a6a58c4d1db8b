import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { promisify } from 'node:util';

/** What stands in for Secrets Manager. */
export interface LocalSecrets {
  readonly endpoint: string;
  /** How often a secret was asked for. */
  asked(): number;
  close(): Promise<void>;
}

/** Answers `GetSecretValue`, and nothing else, from these. */
export async function openSecrets(
  secrets: Readonly<Record<string, string>>,
): Promise<LocalSecrets> {
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    void json(request).then((body) => {
      const SecretString = secrets[(body as { readonly SecretId: string }).SecretId];
      response.writeHead(SecretString === undefined ? 400 : 200);
      const missing = { __type: 'ResourceNotFoundException', message: 'There is no such secret.' };
      response.end(JSON.stringify(SecretString === undefined ? missing : { SecretString }));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { endpoint, asked: () => asked, close: promisify(server.close.bind(server)) };
}
