import { ChimeSDKMeetingsClient } from '@aws-sdk/client-chime-sdk-meetings';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { handle } from 'hono/aws-lambda';
import { createLogin } from '../access/login';
import { ServerKeys } from '../access/server-keys';
import { createApp } from '../app';
import { createLog } from '../log/create-log';
import { openServices } from '../services';
import { readConfiguration, type Configuration, type Environment } from './configuration';
import { gatewayRequestId, isGatewayEvent, viewerAddress, type GatewayAnswer } from './gateway';
import { readSecret } from './read-secret';

/** Answers one event of an HTTP API. */
export type GatewayHandler = (event: unknown) => Promise<GatewayAnswer>;

/** Opens all that the environment names, once for as long as the process lives. */
export async function openHandler(environment: Environment): Promise<GatewayHandler> {
  const configuration = readConfiguration(environment);
  const { signingKey, originKey } = await readKeys(configuration);
  const app = createApp(openCloud(configuration, signingKey), {
    addressOf: viewerAddress(originKey),
    requestIdOf: gatewayRequestId,
    log: createLog({ level: configuration.logLevel }),
  });
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- its successor is not published yet
  const answer = handle(app);
  return async (event) => {
    if (isGatewayEvent(event)) return answer(event as Parameters<typeof answer>[0]);
    throw new TypeError('This is no event of an HTTP API with payload format version 2.0.');
  };
}

async function readKeys({ signingKeySecret, originKeySecret }: Configuration) {
  const client = new SecretsManagerClient();
  const [signingKey, originKey] = await Promise.all([
    readSecret(client, signingKeySecret),
    readSecret(client, originKeySecret),
  ]);
  return { signingKey, originKey };
}

function openCloud(configuration: Configuration, signingKey: string) {
  const { tablePrefix, mediaRegion, chimeRegion, login } = configuration;
  return openServices({
    place: { client: new DynamoDBClient(), prefix: tablePrefix, now: () => Date.now() },
    chime: new ChimeSDKMeetingsClient({ region: chimeRegion }),
    mediaRegion,
    keys: new ServerKeys(new TextEncoder().encode(signingKey)),
    login: login && createLogin(login),
  });
}
