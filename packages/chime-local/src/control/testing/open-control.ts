import { ChimeSDKMeetings } from '@aws-sdk/client-chime-sdk-meetings';
import { createAdaptorServer } from '@hono/node-server';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { MeetingStore } from '../../meetings/meeting-store';
import { createControlApi } from '../control-api';

// It will be told by the client's own tests; here it would be said once a file.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

/** The control API behind a real server, and the service's own client in front of it. */
export interface OpenControl {
  readonly client: ChimeSDKMeetings;
  readonly endpoint: string;
  readonly store: MeetingStore;
  close(): void;
}

/** Opens it on a free port of this machine. */
export async function openControl(): Promise<OpenControl> {
  const store = new MeetingStore();
  const baseFor = ({ url }: Request) => `ws://${new URL(url).host}`;
  const { fetch } = createControlApi({ store, baseFor, hosts: ['meetings.test'] });
  const server = createAdaptorServer({ fetch });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = openClient(endpoint);
  const close = () => {
    client.destroy();
    server.close();
    store.close();
  };
  return { client, endpoint, store, close };
}

/** The service's client, with credentials that nobody looks at. */
export function openClient(endpoint: string): ChimeSDKMeetings {
  const credentials = { accessKeyId: 'nobody', secretAccessKey: 'nothing' };
  return new ChimeSDKMeetings({ endpoint, region: 'us-east-1', credentials, maxAttempts: 1 });
}
