import { EventEmitter, once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { writePli } from '../rtp/write-rtcp';
import { writeRtp } from '../rtp/write-rtp';
import { writeCheck } from '../testing/connectivity-check';
import { FakeClient, type FakeClientOptions } from '../testing/fake-client';
import { randomFrom } from '../testing/seeded-random';
import { TransportRecorder } from '../testing/transport-recorder';
import { createCertificate } from './dtls/certificate';
import { openTransportServer, type TransportOptions } from './transport-server';
import type { Candidate, Transport, TransportServer } from './transport';
import { UdpPort } from './udp/udp-port';

const open: { close(): unknown }[] = [];

afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

function keep<T extends { close(): unknown }>(one: T): T {
  open.push(one);
  return one;
}

async function openServer(options: Partial<TransportOptions> = {}): Promise<TransportServer> {
  const server = openTransportServer({ host: '127.0.0.1', port: 0, addresses: [], ...options });
  return keep(await server);
}

interface Pair {
  readonly client: FakeClient;
  readonly transport: Transport;
  readonly recorder: TransportRecorder;
}

function candidateOf(server: TransportServer): Candidate {
  const [candidate] = server.candidates;
  if (!candidate) throw new Error('No candidate.');
  return candidate;
}

/** A client that begins, and its end in the service. */
async function begin(server: TransportServer, options: FakeClientOptions = {}): Promise<Pair> {
  const recorder = new TransportRecorder();
  const transport = server.open(recorder);
  const client = keep(await FakeClient.open(options));
  transport.connect(client.remote);
  client.begin(candidateOf(server), transport.credentials);
  return { client, transport, recorder };
}

async function connect(server: TransportServer, options: FakeClientOptions = {}): Promise<Pair> {
  const pair = await begin(server, options);
  await pair.recorder.until(({ connections }) => connections === 1);
  await pair.client.until(({ isConnected }) => isConnected);
  return pair;
}

function rtp(sequenceNumber: number): Buffer {
  const fields = { marker: false, payloadType: 96, sequenceNumber, timestamp: 0, ssrc: 1 };
  return writeRtp(fields, Buffer.from(`packet ${sequenceNumber}`));
}

/** A packet each way. */
async function talk({ client, transport, recorder }: Pair, number: number): Promise<void> {
  const before = { up: recorder.rtpPackets.length, down: client.rtpPackets.length };
  client.sendRtp(rtp(number));
  transport.sendRtp(rtp(number));
  await recorder.until(({ rtpPackets }) => rtpPackets.length > before.up);
  await client.until(({ rtpPackets }) => rtpPackets.length > before.down);
}

/** Sends a check and waits for its answer. */
async function check(client: FakeClient, nominate: boolean): Promise<void> {
  const before = client.datagrams.length;
  client.check(nominate);
  await client.until(({ datagrams }) => datagrams.length > before);
}

/** Another port, and a check from there. */
async function changePort(client: FakeClient, beforeCheck?: () => void): Promise<void> {
  client.rebind();
  beforeCheck?.();
  await check(client, true);
}

async function isLost({ recorder }: Pair): Promise<string | undefined> {
  await recorder.until(({ lostReasons }) => lostReasons.length > 0);
  return recorder.lostReasons.join();
}

describe('a client that connects', () => {
  it.each(['AEAD_AES_128_GCM', 'AES128_CM_HMAC_SHA1_80'] as const)(
    'sends and receives RTP and RTCP by %s',
    async (profile) => {
      const pair = await connect(await openServer(), { profile });
      const { client, transport, recorder } = pair;
      await talk(pair, 7);
      client.sendRtcp(writePli(1, 2));
      transport.sendRtcp(writePli(3, 4));
      await recorder.until(({ rtcpPackets }) => rtcpPackets.length === 1);
      await client.until(({ rtcpPackets }) => rtcpPackets.length === 1);
      expect(recorder.rtpPackets).toEqual([rtp(7)]);
      expect(recorder.rtcpPackets).toEqual([writePli(1, 2)]);
      expect(client.rtpPackets).toEqual([rtp(7)]);
      expect(client.rtcpPackets).toEqual([writePli(3, 4)]);
      expect(recorder).toMatchObject({ connections: 1, lostReasons: [] });
    },
  );

  it('shares the port with others, who hear nothing of it', async () => {
    const server = await openServer();
    const pairs = await Promise.all([connect(server), connect(server), connect(server)]);
    await Promise.all(pairs.map((pair, i) => talk(pair, i)));
    expect(pairs.map(({ recorder }) => recorder.rtpPackets)).toEqual([
      [rtp(0)],
      [rtp(1)],
      [rtp(2)],
    ]);
    expect(pairs.map(({ client }) => client.rtpPackets)).toEqual([[rtp(0)], [rtp(1)], [rtp(2)]]);
  });

  it('connects while 10 % of all datagrams are lost', { timeout: 20_000 }, async () => {
    const server = await openServer();
    const seeds = Array.from({ length: 12 }, (_, seed) => randomFrom(seed));
    const drops = seeds.map((random) => () => random(10) === 0);
    let dropped = 0;
    await Promise.all(
      drops.map((drop) => connect(server, { drop: () => drop() && (dropped += 1) > 0 })),
    );
    expect(dropped).toBeGreaterThan(5);
  });

  it('gets nothing before it is connected, and nothing after it was closed', async () => {
    const server = await openServer();
    const pair = await begin(server);
    pair.transport.sendRtp(rtp(1));
    await pair.client.until(({ isConnected }) => isConnected);
    await talk(pair, 2);
    pair.transport.close();
    pair.transport.close();
    pair.transport.sendRtp(rtp(3));
    pair.client.sendRtp(rtp(4));
    await connect(server);
    expect(pair.client.rtpPackets).toEqual([rtp(2)]);
    expect(pair.recorder).toMatchObject({ rtpPackets: [rtp(2)], lostReasons: [] });
  });

  it('goes on after a restart of ICE under the new credentials', async () => {
    const pair = await connect(await openServer());
    const { client, transport } = pair;
    const before = transport.credentials;
    transport.connect(client.remote);
    expect(transport.credentials).toEqual(before);
    transport.connect(client.restart());
    expect(transport.credentials.ufrag).not.toBe(before.ufrag);
    expect(transport.credentials.password).not.toBe(before.password);
    client.follow(transport.credentials);
    await changePort(client);
    await talk(pair, 1);
    expect(pair.recorder).toMatchObject({ connections: 1, lostReasons: [] });
  });

  it('is followed to another address by a check, and by nothing else', async () => {
    const pair = await connect(await openServer());
    const { client, recorder } = pair;
    client.stopChecks();
    await changePort(client, () => client.sendRtp(rtp(1)));
    await talk(pair, 2);
    expect(recorder.rtpPackets).toEqual([rtp(2)]);
  });

  it('keeps its way while it tries others', async () => {
    const pair = await connect(await openServer());
    const { client, transport } = pair;
    client.stopChecks();
    client.rebind();
    await check(client, false);
    transport.sendRtp(rtp(1));
    await check(client, true);
    await talk(pair, 2);
    expect(client.rtpPackets).toEqual([rtp(2)]);
  });
});

describe('a client is lost', () => {
  it('when it falls silent, once', async () => {
    const server = await openServer({ silenceMs: 200 });
    const pair = await connect(server);
    pair.client.stopChecks();
    expect(await isLost(pair)).toBe('The client fell silent.');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(pair.recorder.lostReasons).toHaveLength(1);
  });

  it('and not while it sends anything that is true', async () => {
    const silenceMs = 2000;
    const pair = await connect(await openServer({ silenceMs }));
    pair.client.stopChecks();
    // Much more often than it must, for a machine on which all may stand still for a while.
    for (let sentMs = 0; sentMs <= silenceMs * 1.2; sentMs += 50) {
      pair.client.sendRtcp(writePli(1, sentMs));
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(pair.recorder.lostReasons).toEqual([]);
  });

  it('when it closes its connection', async () => {
    const pair = await connect(await openServer());
    pair.client.sendCloseNotify();
    expect(await isLost(pair)).toBe('The client closed its DTLS connection.');
  });

  it('when its certificate is another than its offer says', async () => {
    const certificate = await createCertificate();
    const pair = await begin(await openServer(), { certificate });
    expect(await isLost(pair)).toMatch(/another certificate than its offer says/);
    expect(pair.client.isConnected).toBe(false);
    expect(pair.recorder.connections).toBe(0);
  });

  it('when it changes its certificate', async () => {
    const pair = await connect(await openServer());
    const { ice } = pair.client.remote;
    const { fingerprint } = await createCertificate();
    pair.transport.connect({ ice, fingerprints: [fingerprint] });
    expect(await isLost(pair)).toMatch(/changed its certificate/);
  });

  it('when no check of it comes in time', async () => {
    const server = await openServer({ silenceMs: 100, handshakeMs: 200 });
    const pair = await begin(server, { drop: () => true });
    expect(await isLost(pair)).toMatch(/No connectivity check/);
  });

  it('when it does not finish the handshake in time', async () => {
    const server = await openServer({ silenceMs: 100, handshakeMs: 200 });
    const pair = await begin(server, { drop: (datagram) => datagram[0] === 22 });
    expect(await isLost(pair)).toMatch(/did not finish the DTLS handshake/);
  });
});

/** Somebody at another port, who gets an answer to a guess at a password, and after all others. */
async function openStranger(server: TransportServer) {
  const answers: Buffer[] = [];
  const told = new EventEmitter();
  const port = await UdpPort.open('127.0.0.1', 0, (packet) => {
    answers.push(packet);
    told.emit('answer');
  });
  keep(port);
  return {
    answers,
    send: (packet: Buffer) => port.send(packet, candidateOf(server)),
    guess: async ({ transport }: Pair) => {
      const remote = { ...transport.credentials, password: 'guessed' };
      const check = writeCheck({ remote, ufrag: 'x' });
      const answer = once(told, 'answer');
      port.send(check, candidateOf(server));
      await answer;
      return check;
    },
  };
}

const STUN_ERROR = 0x0111;

describe('a stranger', () => {
  it('gets no answer, and is not taken for a client', async () => {
    const server = await openServer();
    const pair = await connect(server);
    const stranger = await openStranger(server);
    const remote = { ...pair.transport.credentials, ufrag: 'unknown' };
    stranger.send(writeCheck({ remote, ufrag: 'x' }));
    pair.client.sendRtp(rtp(1));
    pair.client.sent.filter(([first]) => first !== 0).forEach((packet) => stranger.send(packet));
    stranger.send(Buffer.alloc(100, 22));
    stranger.send(Buffer.alloc(100, 0x80));
    await stranger.guess(pair);
    await talk(pair, 2);
    expect(stranger.answers.map((answer) => answer.readUInt16BE(0))).toEqual([STUN_ERROR]);
    expect(pair.recorder.rtpPackets).toEqual([rtp(1), rtp(2)]);
  });

  it('gets an error for a wrong password, no longer than its check', async () => {
    const server = await openServer();
    const pair = await connect(server);
    const stranger = await openStranger(server);
    const check = await stranger.guess(pair);
    expect(stranger.answers[0]?.length).toBeLessThan(check.length);
  });

  it('cannot turn a client’s packets to itself by a check that it saw', async () => {
    const server = await openServer();
    const pair = await connect(server);
    const stranger = await openStranger(server);
    pair.client.sent.filter(([first]) => first === 0).forEach((packet) => stranger.send(packet));
    await stranger.guess(pair);
    await talk(pair, 1);
    expect(stranger.answers.map((answer) => answer.readUInt16BE(0))).toEqual([STUN_ERROR]);
  });
});

describe('openTransportServer', () => {
  it('names where clients reach it', async () => {
    const addresses = ['192.0.2.1', '198.51.100.1'];
    const server = await openServer({ addresses });
    expect(server.candidates.map(({ address }) => address)).toEqual(addresses);
    expect(new Set(server.candidates.map(({ port }) => port)).size).toBe(1);
    expect(server.fingerprint).toMatch(/^sha-256 ([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
  });

  it('names all interfaces where it is bound to all and none is named', async () => {
    const server = await openServer({ host: '0.0.0.0' });
    expect(server.candidates.map(({ address }) => address)).toContain('127.0.0.1');
    expect(server.candidates.map(({ address }) => address)).not.toContain('0.0.0.0');
  });

  it('closes with clients connected, and says nothing more', async () => {
    const server = await openTransportServer({ host: '127.0.0.1', port: 0, addresses: [] });
    const { recorder, transport } = await connect(server);
    await server.close();
    transport.sendRtp(rtp(1));
    expect(recorder.lostReasons).toEqual([]);
  });
});
