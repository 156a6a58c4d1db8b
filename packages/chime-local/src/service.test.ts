import { createAdaptorServer } from '@hono/node-server';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { createChimeLocal } from './service';

const WANTED = { MediaRegion: 'us-east-1', ExternalMeetingId: 'weekly' };

describe('createChimeLocal', () => {
  it('serves behind a server that is there already', async () => {
    const service = await createChimeLocal();
    onTestFinished(() => service.close());
    const server = createAdaptorServer({ fetch: (request) => service.fetch(request) }) as Server;
    server.on('upgrade', (...upgrade) => service.upgrade(...upgrade));
    onTestFinished(() => void server.close());
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const body = JSON.stringify({ ...WANTED, Attendees: [{ ExternalUserId: 'ada' }] });
    const made = await fetch(`http://${host}/meetings?operation=create-attendees`, {
      method: 'POST',
      body,
    });
    const { Meeting, Attendees } = (await made.json()) as Made;
    expect(Meeting.MediaPlacement.SignalingUrl).toMatch(`ws://${host}/control/`);
    const protocols = ['_aws_wt_session', Attendees[0]?.JoinToken ?? ''];
    const socket = new WebSocket(Meeting.MediaPlacement.SignalingUrl, protocols);
    await once(socket, 'open');
    const closed = once(socket, 'close');
    await service.close();
    await closed;
  });

  it('knows TLS from the request', async () => {
    const service = await createChimeLocal();
    onTestFinished(() => service.close());
    const request = new Request('https://localhost:8443/meetings', {
      method: 'POST',
      body: JSON.stringify(WANTED),
    });
    const { Meeting } = (await (await service.fetch(request)).json()) as Made;
    expect(Meeting.MediaPlacement.SignalingUrl).toMatch('wss://localhost:8443/control/');
  });

  it('may be closed twice, and counts what it had', async () => {
    const service = await createChimeLocal();
    const url = 'http://localhost/meetings';
    await service.fetch(new Request(url, { method: 'POST', body: JSON.stringify(WANTED) }));
    expect(service.figures().meetings).toBe(1);
    await Promise.all([service.close(), service.close()]);
    expect(service.figures().meetings).toBe(0);
  });
});

interface Made {
  readonly Meeting: { readonly MediaPlacement: { readonly SignalingUrl: string } };
  readonly Attendees: readonly { readonly JoinToken: string }[];
}
