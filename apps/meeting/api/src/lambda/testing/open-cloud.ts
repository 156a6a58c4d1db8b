import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { startChimeLocal } from 'chime-local';
import { LOCAL } from '../../testing/local-credentials';
import { openDynalite } from '../../testing/open-dynalite';
import event from './event.json';
import { openSecrets } from './open-secrets';

/** The services of the cloud that the function uses, on this machine. */
export interface LocalCloud {
  /** How often a secret was read. */
  secretsRead(): number;
  /** What the stack and Lambda set, and where the SDK finds these services. */
  readonly environment: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** Opens them, with tables in memory. */
export async function openCloud(): Promise<LocalCloud> {
  const [tables, chime, secrets] = await Promise.all([
    openDynalite(),
    startChimeLocal(),
    openSecrets({ signing: 's'.repeat(64), origin: event.headers['x-origin-key'] }),
  ]);
  const environment = {
    TABLE_PREFIX: tables.prefix,
    MEDIA_REGION: LOCAL.region,
    CHIME_REGION: LOCAL.region,
    SIGNING_KEY_SECRET: 'signing',
    ORIGIN_KEY_SECRET: 'origin',
    LOG_LEVEL: 'silent',
    AWS_REGION: LOCAL.region,
    AWS_ACCESS_KEY_ID: LOCAL.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: LOCAL.credentials.secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: await endpointOf(tables.client),
    AWS_ENDPOINT_URL_CHIME_SDK_MEETINGS: chime.endpoint,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.endpoint,
  };
  const close = async () => {
    await Promise.all([tables.close(), chime.close(), secrets.close()]);
  };
  return { environment, secretsRead: () => secrets.asked(), close };
}

async function endpointOf({ config }: DynamoDBClient): Promise<string> {
  const { protocol, hostname, port } = (await config.endpoint?.()) ?? {};
  return `${protocol}//${hostname}:${port}`;
}
