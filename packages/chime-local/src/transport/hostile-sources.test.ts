import { afterEach, describe, expect, it, vi } from 'vitest';
import { writeCheck } from '../testing/connectivity-check';
import { FakeClient } from '../testing/fake-client';
import { mutate } from '../testing/mutate';
import { randomFrom } from '../testing/seeded-random';
import { TransportRecorder } from '../testing/transport-recorder';
import { writeRtp } from '../rtp/write-rtp';
import { openTransportServer } from './transport-server';
import type { RemoteAddress } from './udp/remote-address';
import { UdpPort } from './udp/udp-port';

const open: { close(): unknown }[] = [];

afterEach(async () => {
  vi.restoreAllMocks();
  for (const one of open.splice(0).reverse()) await one.close();
});

/** A server to which a test can bring datagrams from any source, as a raw socket can. */
async function openServer() {
  const log: string[] = [];
  const opening = vi.spyOn(UdpPort, 'open');
  const server = await openTransportServer({
    ...{ host: '127.0.0.1', port: 0, addresses: [], silenceMs: 500 },
    log: (line) => log.push(line),
  });
  open.push(server);
  const receive = opening.mock.calls[0]?.[2];
  const [candidate] = server.candidates;
  if (!receive || !candidate) throw new Error('Nothing was opened.');
  const bring = (packet: Buffer, source: RemoteAddress) => receive(packet, source);
  return { server, candidate, log, bring };
}

type Opened = Awaited<ReturnType<typeof openServer>>;

/** Somebody who is connected, and from which port. */
async function connect({ server, candidate }: Opened, recorder = new TransportRecorder()) {
  const transport = server.open(recorder);
  const client = await FakeClient.open();
  open.push(client);
  transport.connect(client.remote);
  await client.connect(candidate, transport.credentials);
  await expect.poll(() => recorder.connections).toBe(1);
  const checkOf = () => writeCheck({ remote: transport.credentials, ufrag: 'x' });
  return { client, transport, recorder, checkOf };
}

function rtp(sequenceNumber: number): Buffer {
  const fields = { marker: false, payloadType: 96, sequenceNumber, timestamp: 0, ssrc: 1 };
  return writeRtp(fields, Buffer.from(`packet ${sequenceNumber}`));
}

const ODD_SOURCES: readonly RemoteAddress[] = [
  ...[0, 1, 9, 65_535].map((port) => ({ address: '127.0.0.1', port })),
  ...['0.0.0.0', '255.255.255.255', '224.0.0.1', '240.0.0.1'].map((address) => ({
    ...{ address, port: 5000 },
  })),
  ...['::', '::1', 'fe80::1%lo', '::ffff:127.0.0.1', ''].map((address) => ({
    ...{ address, port: 5000 },
  })),
];

describe('a datagram from an odd source', () => {
  it.each(ODD_SOURCES)('from $address port $port ends nothing', async (source) => {
    const opened = await openServer();
    const { client, recorder, checkOf } = await connect(opened);
    const random = randomFrom(source.port);
    const packets = [...client.sent, checkOf(), rtp(1)];
    for (const packet of packets) {
      opened.bring(Buffer.from(packet), source);
      for (let i = 0; i < 20; i += 1) opened.bring(mutate(packet, random), source);
    }
    opened.bring(checkOf(), source);
    client.check();
    client.sendRtp(rtp(2));
    await recorder.until(({ rtpPackets }) => rtpPackets.length > 0);
    expect(opened.log).toEqual([]);
  });

  it('gets no answer where it comes from port 0, to which none can be sent', async () => {
    const opened = await openServer();
    const { checkOf } = await connect(opened);
    const send = vi.spyOn(UdpPort.prototype, 'send');
    opened.bring(checkOf(), { address: '127.0.0.1', port: 0 });
    expect(send).not.toHaveBeenCalled();
  });
});

describe('UdpPort.send', () => {
  it('never throws', async () => {
    const port = await UdpPort.open('127.0.0.1', 0, () => undefined);
    expect(() => port.send(Buffer.from('x'), { address: '127.0.0.1', port: 0 })).not.toThrow();
    await port.close();
    expect(() => port.send(Buffer.from('x'), { address: '127.0.0.1', port: 9 })).not.toThrow();
  });
});

describe('a fault of ours in what a packet leads to', () => {
  const fault = () => {
    throw new Error('Not thought of.');
  };

  it('costs that packet alone, and is told of once a second', async () => {
    const opened = await openServer();
    const { client, recorder } = await connect(opened);
    const taken = vi.spyOn(recorder, 'rtp').mockImplementationOnce(fault);
    taken.mockImplementationOnce(fault);
    for (const number of [1, 2, 3]) client.sendRtp(rtp(number));
    await recorder.until(({ rtpPackets }) => rtpPackets.length > 0);
    expect(recorder.rtpPackets).toEqual([rtp(3)]);
    expect(opened.log).toHaveLength(1);
    expect(opened.log[0]).toMatch(/^A packet was dropped.*Not thought of\./);
  });

  it('hits nobody else when a client is said to be lost, or connected', async () => {
    const opened = await openServer();
    const recorder = new TransportRecorder();
    vi.spyOn(recorder, 'lost').mockImplementation(fault);
    const { client } = await connect(opened, recorder);
    const other = await connect(opened);
    client.stopChecks();
    other.client.stopChecks();
    await other.recorder.until(({ lostReasons }) => lostReasons.length > 0);
    expect(opened.log).toHaveLength(1);
  });
});

describe('an address that serves somebody', () => {
  const sourceOf = (client: FakeClient): RemoteAddress => ({
    ...{ address: '127.0.0.1', port: client.port },
  });

  it('is not given to another who checks from there in its name', async () => {
    const opened = await openServer();
    const anna = await connect(opened);
    const mallory = await connect(opened);
    opened.bring(mallory.checkOf(), sourceOf(anna.client));
    mallory.transport.sendRtp(rtp(1));
    anna.transport.sendRtp(rtp(2));
    anna.client.sendRtp(rtp(3));
    await anna.recorder.until(({ rtpPackets }) => rtpPackets.length > 0);
    await mallory.client.until(({ rtpPackets }) => rtpPackets.length > 0);
    await anna.client.until(({ rtpPackets }) => rtpPackets.length > 0);
    expect(anna.recorder.rtpPackets).toEqual([rtp(3)]);
    expect(anna.client.rtpPackets).toEqual([rtp(2)]);
    expect(mallory.client.rtpPackets).toEqual([rtp(1)]);
  });

  it('is free again when who was there is lost', async () => {
    const opened = await openServer();
    const anna = await connect(opened);
    const source = sourceOf(anna.client);
    const berta = await connect(opened);
    anna.client.stopChecks();
    await anna.recorder.until(({ lostReasons }) => lostReasons.length > 0);
    const send = vi.spyOn(UdpPort.prototype, 'send');
    opened.bring(berta.checkOf(), source);
    expect(send).toHaveBeenLastCalledWith(expect.anything(), source);
  });
});
