import { startMeetingProcess } from '@cyclorama/testing/node';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { askServer, requestInit, type Asked } from '../testing/ask';
import { makeCertificate } from '../testing/make-certificate';
import { openSignalling, rawRequest } from '../testing/raw-request';
import { startMeeting } from '../testing/start-meeting';
import { makeRoom, openCall, readChat, say, visit, visitAsHost } from '../testing/visitor';
import { startLocalMeeting, type LocalMeetingOptions } from './start-local-meeting';
import { makeFolder } from './testing/make-folder';

async function start(options: Partial<LocalMeetingOptions> = {}) {
  const meeting = await startMeeting(options);
  onTestFinished(() => meeting.close());
  return meeting;
}

const askAt = (url: string) => (asked: Asked) => askServer(url, asked);

/** A room with a message, and a call that somebody is in. */
async function liveRoom(url: string) {
  const ask = askAt(url);
  const created = await makeRoom(ask, { passcode: 'sesame' });
  const host = await visitAsHost(ask, created);
  const guest = await visit(ask, created, { passcode: 'sesame' });
  const message = await say(ask, guest, 'Before the end');
  return { created, host, guest, message, call: await openCall(ask, guest) };
}

/** All goes on with the links, tokens and words of before, in a call that is made anew. */
async function expectGoesOn(url: string, live: Awaited<ReturnType<typeof liveRoom>>) {
  const ask = askAt(url);
  const { created, host, guest, message, call } = live;
  expect(await readChat(ask, guest)).toEqual([message]);
  const late = await visit(ask, created, { name: 'Hedy', passcode: 'sesame' });
  expect(await readChat(ask, late)).toEqual([message]);
  const calls = await Promise.all([host, guest, late].map((who) => openCall(ask, who)));
  const ids = new Set(calls.map(({ Meeting }) => Meeting.MeetingId));
  expect(ids.size).toBe(1);
  expect(ids).not.toContain(call.Meeting.MeetingId);
}

describe('a meeting on this machine', () => {
  it('goes on after it was closed and started again', async () => {
    const first = await startMeeting();
    const { dataFolder, url } = first;
    const live = await liveRoom(url);
    // Not its own `close`, which takes the folder away.
    await first.stop();
    const second = await start({ dataFolder });
    onTestFinished(() => first.close());
    await expectGoesOn(second.url, live);
  });

  it('goes on after its process was killed in the middle', async () => {
    const dataFolder = await makeFolder();
    const killed = await startMeetingProcess('--port', '0', '--data', dataFolder);
    onTestFinished(() => void killed.end('SIGKILL'));
    const live = await liveRoom(killed.url);
    await killed.end('SIGKILL');
    await expectGoesOn((await start({ dataFolder })).url, live);
  });

  it('closes at once, whoever is connected, and gives port and folder to the next', async () => {
    const first = await startMeeting();
    onTestFinished(() => first.close());
    const { dataFolder, url, port } = first;
    const { call } = await liveRoom(url);
    const caller = await openSignalling(call);
    if (!caller) throw new Error('Signalling refused.');
    caller.resume();
    const silent = await openSocket(port);
    const halfway = await openSocket(port);
    halfway.write('POST /api/rooms HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99\r\n\r\n{');
    const gone = Promise.all([caller, silent, halfway].map((socket) => once(socket, 'close')));
    await Promise.all([first.stop(), first.stop()]);
    await gone;
    expect((await start({ dataFolder, port })).port).toBe(port);
  });
});

async function openSocket(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1').on('error', () => undefined);
  socket.resume();
  await once(socket, 'connect');
  return socket;
}

describe('what cannot be had', () => {
  it('is said: a data folder that another holds', async () => {
    const { dataFolder } = await start();
    await expect(start({ dataFolder })).rejects.toThrow(
      `${dataFolder} is in use: the app runs on it already.`,
    );
  });

  it('is said: a data folder that another process holds', async () => {
    const dataFolder = await makeFolder();
    const other = await startMeetingProcess('--port', '0', '--data', dataFolder);
    onTestFinished(() => void other.end('SIGKILL'));
    const reason = `${dataFolder} is in use: the app runs on it already.`;
    await expect(start({ dataFolder })).rejects.toThrow(reason);
    await expect(start({ dataFolder }), 'again').rejects.toThrow(reason);
    await other.end('SIGKILL');
    await expect(start({ dataFolder })).resolves.toBeDefined();
  });

  it('is said: a port that another holds, and the folder is given back', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const options = { dataFolder: await makeFolder(), pages: {}, port };
    await expect(startLocalMeeting(options)).rejects.toThrow(
      `TCP port ${port} on 127.0.0.1 is in use. Stop what uses it, or choose another port.`,
    );
    await expect(start({ dataFolder: options.dataFolder })).resolves.toBeDefined();
  });

  it('is said: an address that is another machine’s', async () => {
    await expect(start({ host: '192.0.2.1' })).rejects.toThrow('this machine has no such address');
  });

  it('is said: a certificate that is none', async () => {
    const tls = { cert: 'no certificate', key: 'no key' };
    await expect(start({ tls })).rejects.toThrow('Both must be PEM and belong together');
  });

  it('is said: a data folder that is a file', async () => {
    const dataFolder = join(await makeFolder(), 'file');
    await writeFile(dataFolder, '');
    await expect(start({ dataFolder })).rejects.toThrow(dataFolder);
  });
});

it('serves other machines over TLS, signalling too', async ({ skip }) => {
  const tls = makeCertificate(await makeFolder());
  if (!tls) return skip('openssl is not installed');
  const meeting = await start({ tls, host: '0.0.0.0' });
  expect(meeting.url).toBe(`https://localhost:${meeting.port}`);
  const { cert: ca } = tls;
  const host = `laptop.lan:${meeting.port}`;
  const ask = async ({ path, ...asked }: Asked) => {
    const { headers, ...init } = requestInit({ path, ...asked });
    const sent = { ...init, path, port: meeting.port, ca, headers: { ...headers, host } };
    const { status, body } = await rawRequest(sent);
    return new Response(body, { status });
  };
  const call = await openCall(ask, await visit(ask, await makeRoom(ask)));
  expect(call.Meeting['MediaPlacement']).toMatchObject({
    SignalingUrl: expect.stringMatching(`^wss://${host}/control/`) as string,
  });
  const socket = await openSignalling(call, { ca, headers: { origin: `https://${host}` } });
  expect(socket?.destroyed).toBe(false);
  socket?.destroy();
});
