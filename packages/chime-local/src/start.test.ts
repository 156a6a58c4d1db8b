import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, request, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { WebSocket } from 'ws';
import { openClient } from './control/testing/open-control';
import { startChimeLocal, type RunningChimeLocal } from './start';
import type { StartOptions } from './options';

async function start(options: StartOptions = {}): Promise<RunningChimeLocal> {
  const service = await startChimeLocal({ log: () => undefined, ...options });
  onTestFinished(() => service.close());
  return service;
}

/** A client that may join: its meeting's signalling address, and its token. */
async function invite({ endpoint }: RunningChimeLocal) {
  const client = openClient(endpoint);
  onTestFinished(() => client.destroy());
  const { Meeting, Attendees } = await client.createMeetingWithAttendees({
    MediaRegion: 'us-east-1',
    ExternalMeetingId: 'weekly',
    Attendees: [{ ExternalUserId: 'ada' }],
  });
  const url = Meeting?.MediaPlacement?.SignalingUrl ?? '';
  return { url, token: Attendees?.[0]?.JoinToken ?? '' };
}

async function openSocket(url: string, token: string): Promise<WebSocket> {
  const socket = new WebSocket(url, ['_aws_wt_session', token]);
  onTestFinished(() => socket.terminate());
  await once(socket, 'open');
  return socket;
}

/** The status of a request under any name for the host. */
async function statusOf({ port }: RunningChimeLocal, path: string, host: string): Promise<unknown> {
  const asked = request({ host: '127.0.0.1', port, path, headers: { host } }).end();
  const [response] = (await once(asked, 'response')) as [{ statusCode: number; resume(): void }];
  response.resume();
  return response.statusCode;
}

describe('startChimeLocal', () => {
  it('listens on this machine alone, at free ports', async () => {
    const service = await start();
    expect(service.endpoint).toBe(`http://127.0.0.1:${service.port}`);
    expect(service.candidates).toEqual([
      { address: '127.0.0.1', port: expect.any(Number) as number },
    ]);
  });

  it('takes the signalling connections of whom the control API invites', async () => {
    const service = await start();
    const { url, token } = await invite(service);
    expect(url).toContain(`ws://127.0.0.1:${service.port}/control/`);
    const socket = await openSocket(url, token);
    expect(socket.protocol).toBe('_aws_wt_session');
    expect(service.figures().meetings).toBe(1);
  });

  // It does not wait for them: they may take their time to hang up.
  it('tells all clients at once that it stops', { timeout: 15_000 }, async () => {
    const service = await start();
    const { url, token } = await invite(service);
    const sockets = await Promise.all([openSocket(url, token), openSocket(url, token)]);
    const closed = sockets.map((socket) => once(socket, 'close'));
    await service.close();
    await Promise.all(closed);
    await expect(openSocket(url, token)).rejects.toThrow('ECONNREFUSED');
  });

  it('stops whatever hangs on its port, and leaves both ports free', async () => {
    const first = await startChimeLocal();
    const idle = connect(first.port, '127.0.0.1');
    await once(idle, 'connect');
    const halfOpen = connect({ port: first.port, host: '127.0.0.1', allowHalfOpen: true });
    halfOpen.write('GET /control/x HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n');
    halfOpen.write('Connection: Upgrade\r\n\r\n');
    await once(halfOpen, 'data');
    await Promise.all([first.close(), first.close()]);
    const mediaPort = first.candidates[0]?.port ?? 0;
    const second = await start({ port: first.port, mediaPort });
    expect(second.port).toBe(first.port);
    expect(second.candidates[0]?.port).toBe(mediaPort);
  });

  it.each(['/', '/meetings', '/elsewhere/control/x'])(
    'takes no connections of signalling at %s',
    async (path) => {
      const { endpoint } = await start();
      const opened = openSocket(`${endpoint.replace('http', 'ws')}${path}`, 'token');
      await expect(opened).rejects.toThrow('404');
    },
  );

  it('gives what it did, and its health, to this machine', async () => {
    const service = await start();
    const health = await fetch(`${service.endpoint}/health`);
    expect(await health.json()).toEqual({ status: 'ok' });
    const stats = await fetch(`${service.endpoint}/debug/stats`);
    expect(await stats.json()).toEqual({
      uptimeMs: expect.any(Number) as number,
      meetings: 0,
      media: { peers: 0, packetsIn: 0, packetsOut: 0, packetsLost: 0, nacksAnswered: 0 },
      rssBytes: expect.any(Number) as number,
      cpuMs: expect.any(Number) as number,
    });
    expect(await statusOf(service, '/debug/stats', 'attacker.test')).toBe(403);
  });

  it('says when others can reach it, and tells them less', async () => {
    const log = vi.fn();
    const service = await start({ host: '0.0.0.0', mediaAddresses: ['127.0.0.1'], log });
    expect(log).toHaveBeenCalledWith(expect.stringContaining('It listens on 0.0.0.0: whoever'));
    expect(service.endpoint).toBe(`http://127.0.0.1:${service.port}`);
    expect(await statusOf(service, '/health', '192.0.2.1')).toBe(200);
    expect(await statusOf(service, '/debug/stats', '192.0.2.1')).toBe(404);
  });

  it('tells others less where they reach it by its public address', async () => {
    const open = await start({ publicUrl: 'https://meet.test' });
    expect(await statusOf(open, '/debug/stats', 'localhost')).toBe(404);
    const closed = await start({ publicUrl: 'http://localhost:8080' });
    expect(await statusOf(closed, '/debug/stats', 'localhost')).toBe(200);
  });

  it('is addressed by clients of signalling as by others, from a page of anywhere', async () => {
    const service = await start();
    const { url, token } = await invite(service);
    const dial = (headers: Record<string, string>) => {
      const socket = new WebSocket(url, ['_aws_wt_session', token], { headers });
      onTestFinished(() => socket.terminate());
      return once(socket, 'open');
    };
    await expect(dial({ host: 'attacker.test' })).rejects.toThrow('403');
    await expect(dial({ host: '[' })).rejects.toThrow('403');
    await dial({ host: 'localhost.:80', origin: 'http://app.test:3000' });
  });

  it('says in the form of the service that it cannot read an address', async () => {
    const { port } = await start();
    const asked = request({ host: '127.0.0.1', port, path: '/', headers: { host: '[::zz' } }).end();
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    response.resume();
    expect(response.statusCode).toBe(400);
    expect(response.headers['x-amzn-errortype']).toBe('BadRequestException');
  });

  it('says when its media port is open to others', async () => {
    const log = vi.fn();
    const service = await start({ mediaAddresses: ['192.0.2.1', '127.0.0.1'], log });
    expect(log).toHaveBeenCalledWith(expect.stringContaining('UDP port is open on all interfaces'));
    expect(service.candidates.map(({ address }) => address)).toEqual(['192.0.2.1', '127.0.0.1']);
  });

  it('listens on IPv6 as well, if asked to', async ({ skip }) => {
    const hasIpv6 = Object.values(networkInterfaces())
      .flat()
      .some((one) => one?.address === '::1');
    skip(!hasIpv6, 'This machine has no IPv6.');
    const service = await start({ host: '::1' });
    expect(service.endpoint).toBe(`http://[::1]:${service.port}`);
    expect(service.candidates[0]?.address).toBe('::1');
    const { url, token } = await invite(service);
    expect(url).toContain('ws://[::1]:');
    await openSocket(url, token);
  });

  it('says nothing where nobody else can reach it', async () => {
    const log = vi.fn();
    await start({ log });
    expect(log).not.toHaveBeenCalled();
  });

  it('invites to its public address, and is addressed by that', async () => {
    const service = await start({ publicUrl: 'https://meet.test/chime/' });
    const response = await fetch(`${service.endpoint}/chime/meetings`, {
      method: 'POST',
      body: JSON.stringify({ MediaRegion: 'us-east-1', ExternalMeetingId: 'weekly' }),
    });
    expect(JSON.stringify(await response.json())).toContain('"wss://meet.test/chime/control/');
    expect(await statusOf(service, '/health', 'meet.test')).toBe(200);
    expect(await statusOf(service, '/chime/health', 'meet.test')).toBe(200);
    expect(await statusOf(service, '/health', 'other.test')).toBe(403);
    const { token } = await invite(service);
    const inner = service.endpoint.replace('http', 'ws');
    await openSocket(`${inner}/chime/control/x`, token);
    await openSocket(`${inner}/control/x`, token);
  });
});

describe('startChimeLocal refuses', () => {
  it('a TCP port that is in use, and gives the UDP port back', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const mediaPort = await freeUdpPort();
    await expect(start({ port, mediaPort })).rejects.toThrow(
      `TCP port ${port} on 127.0.0.1 is in use. Stop what uses it, or choose another port.`,
    );
    await expect(start({ mediaPort })).resolves.toBeDefined();
  });

  it('a UDP port that is in use', async () => {
    const { candidates } = await start();
    const mediaPort = candidates[0]?.port ?? 0;
    const refused = start({ mediaPort });
    await expect(refused).rejects.toThrow(`UDP port ${mediaPort} on 127.0.0.1 is in use.`);
    await expect(refused).rejects.toMatchObject({ name: 'ListenError', code: 'LISTEN_FAILED' });
  });

  it('an address that this machine does not have', async () => {
    await expect(start({ host: '192.0.2.1' })).rejects.toThrow('this machine has no such address');
  });

  it.each<[StartOptions, string]>([
    [{ port: 65_536 }, 'options.port must be a whole number from 0 to 65535, got 65536.'],
    [{ mediaPort: 1.5 }, 'options.mediaPort must be a whole number from 0 to 65535, got 1.5.'],
    [{ host: '' }, 'options.host must be'],
    [
      { mediaAddresses: ['my-laptop'] },
      'options.mediaAddresses must be IP addresses, got "my-laptop".',
    ],
    [{ publicUrl: 'meet.test' }, 'options.publicUrl must be an http: or https: address'],
    [{ publicUrl: 'wss://meet.test' }, 'options.publicUrl must be an http: or https: address'],
    [{ publicUrl: 'https://meet.test/?a=b' }, 'options.publicUrl must be'],
  ])('%o', async (options, reason) => {
    await expect(start(options)).rejects.toThrow(TypeError);
    await expect(start(options)).rejects.toThrow(reason);
  });
});

async function freeUdpPort(): Promise<number> {
  const socket = createSocket('udp4').bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address();
  socket.close();
  await once(socket, 'close');
  return port;
}
