import { afterEach, describe, expect, it } from 'vitest';
import { writePli } from '../rtp/write-rtcp';
import { writeRtp } from '../rtp/write-rtp';
import { FakeClient, type FakeClientOptions } from '../testing/fake-client';
import { TransportRecorder } from '../testing/transport-recorder';
import { openTransportServer, type TransportOptions } from './transport-server';
import type { Transport, TransportServer } from './transport';

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

/** A client and its end in the service, before anything is said. */
async function introduce(server: TransportServer, options: FakeClientOptions = {}): Promise<Pair> {
  const recorder = new TransportRecorder();
  const transport = server.open(recorder);
  const client = keep(await FakeClient.open(options));
  transport.connect(client.remote);
  return { client, transport, recorder };
}

function candidateOf(server: TransportServer) {
  const [candidate] = server.candidates;
  if (!candidate) throw new Error('No candidate.');
  return candidate;
}

async function connect(server: TransportServer, options: FakeClientOptions = {}): Promise<Pair> {
  const pair = await introduce(server, options);
  await pair.client.connect(candidateOf(server), pair.transport.credentials);
  await pair.recorder.until(({ connections }) => connections === 1);
  return pair;
}

function rtp(sequenceNumber: number, ssrc = 1): Buffer {
  const fields = { marker: false, payloadType: 96, sequenceNumber, timestamp: 0, ssrc };
  return writeRtp(fields, Buffer.from(`packet ${sequenceNumber}`));
}

describe('a client that connects', () => {
  it.each(['AEAD_AES_128_GCM', 'AES128_CM_HMAC_SHA1_80'] as const)(
    'sends and receives RTP and RTCP by %s',
    async (profile) => {
      const { client, transport, recorder } = await connect(await openServer(), { profile });
      client.sendRtp(rtp(7));
      client.sendRtcp(writePli(1, 2));
      transport.sendRtp(rtp(8));
      transport.sendRtcp(writePli(3, 4));
      await recorder.until(({ rtcpPackets }) => rtcpPackets.length === 1);
      await client.until(({ rtcpPackets }) => rtcpPackets.length === 1);
      expect(recorder.rtpPackets).toEqual([rtp(7)]);
      expect(recorder.rtcpPackets).toEqual([writePli(1, 2)]);
      expect(client.rtpPackets).toEqual([rtp(8)]);
      expect(client.rtcpPackets).toEqual([writePli(3, 4)]);
      expect(recorder).toMatchObject({ connections: 1, lostReasons: [] });
    },
  );
});
