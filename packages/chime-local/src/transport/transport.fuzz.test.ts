import { describe, expect, it } from 'vitest';
import { writePli } from '../rtp/write-rtcp';
import { writeRtp } from '../rtp/write-rtp';
import { writeCheck } from '../testing/connectivity-check';
import { FakeClient } from '../testing/fake-client';
import { mutate, randomBytes } from '../testing/mutate';
import { pick, randomFrom, type Random } from '../testing/seeded-random';
import { settledMemoryBytes } from '../testing/settled-memory';
import { TransportRecorder } from '../testing/transport-recorder';
import { openTransportServer } from './transport-server';
import type { Candidate, IceCredentials, Transport, TransportServer } from './transport';
import { UdpPort } from './udp/udp-port';

const PACKETS = 100_000;
const BATCH_PACKETS = 200;
const BATCHES = PACKETS / BATCH_PACKETS;

/** Before memory is measured for the first time. */
const WARM_UP_BATCHES = BATCHES / 5;

/** A tenth of what would be held if the packets were. */
const MAX_GROWTH_BYTES = 2 << 20;

/** Of each kind that shares the port, and of none. */
const FIRST_BYTES = [0, 1, 22, 23, 128, 144, 176, 255];

function rtp(sequenceNumber: number): Buffer {
  const fields = { marker: false, payloadType: 96, sequenceNumber, timestamp: 0, ssrc: 1 };
  return writeRtp(fields, Buffer.from(`packet ${sequenceNumber}`));
}

function noise(random: Random): Buffer {
  const bytes = randomBytes(random(200), random);
  if (bytes.length > 0 && random(8) > 0) bytes.writeUInt8(pick(FIRST_BYTES, random), 0);
  return bytes;
}

/** A client in the middle of a call. */
class Call {
  private constructor(
    private readonly client: FakeClient,
    private readonly transport: Transport,
    readonly recorder: TransportRecorder,
  ) {}

  static async open(server: TransportServer, candidate: Candidate): Promise<Call> {
    const recorder = new TransportRecorder();
    const transport = server.open(recorder);
    const client = await FakeClient.open();
    transport.connect(client.remote);
    await client.connect(candidate, transport.credentials);
    await recorder.until(({ connections }) => connections === 1);
    return new Call(client, transport, recorder);
  }

  get credentials(): IceCredentials {
    return this.transport.credentials;
  }

  /** All that was sent in the handshake and in a call. */
  async record(): Promise<Buffer[]> {
    this.client.sendRtcp(writePli(1, 2));
    await this.talk(0);
    return [...this.client.sent];
  }

  /** A packet each way arrives, whatever else does. */
  async talk(number: number): Promise<void> {
    const { client, transport, recorder } = this;
    client.sendRtp(rtp(number));
    transport.sendRtp(rtp(number));
    await recorder.until(({ rtpPackets }) => rtpPackets.length > 0);
    await client.until(({ rtpPackets }) => rtpPackets.length > 0);
    expect(recorder.rtpPackets.splice(0)).toEqual([rtp(number)]);
    expect(client.rtpPackets.splice(0)).toEqual([rtp(number)]);
  }

  /** From the client's own address, as one would who can forge it. */
  send(packet: Buffer): void {
    this.client.send(packet);
  }

  forget(): void {
    this.client.sent.length = 0;
    this.client.datagrams.length = 0;
  }

  close(): void {
    this.client.close();
  }
}

/** At another address; counts what it sends and gets. */
class Stranger {
  sentBytes = 0;
  receivedBytes = 0;
  #port: UdpPort | undefined;

  static async open(candidate: Candidate): Promise<Stranger> {
    const stranger = new Stranger(candidate);
    stranger.#port = await UdpPort.open('127.0.0.1', 0, ({ length }) => {
      stranger.receivedBytes += length;
    });
    return stranger;
  }

  private constructor(private readonly candidate: Candidate) {}

  send(packet: Buffer): void {
    this.sentBytes += packet.length;
    this.#port?.send(packet, this.candidate);
  }

  async close(): Promise<void> {
    await this.#port?.close();
  }
}

/** Ways to send something bad. */
function loadShots(call: Call, stranger: Stranger, recorded: readonly Buffer[], random: Random) {
  const guess = () =>
    writeCheck({ remote: { ...call.credentials, password: 'guess' }, ufrag: 'x' });
  return [
    () => stranger.send(noise(random)),
    () => stranger.send(pick(recorded, random)),
    () => stranger.send(mutate(pick(recorded, random), random)),
    () => stranger.send(mutate(guess(), random)),
    () => call.send(noise(random)),
    () => call.send(pick(recorded, random)),
    () => call.send(mutate(pick(recorded, random), random)),
  ];
}

describe('the UDP port under fire', () => {
  it(
    'throws nothing, keeps nothing, gives a stranger less than it sent and serves its client',
    { timeout: 60_000 },
    async () => {
      const random = randomFrom(7);
      const server = await openTransportServer({ host: '127.0.0.1', port: 0, addresses: [] });
      const [candidate] = server.candidates;
      if (!candidate) throw new Error('No candidate.');
      const call = await Call.open(server, candidate);
      const stranger = await Stranger.open(candidate);
      const shots = loadShots(call, stranger, await call.record(), random);
      let settled = 0;
      for (let batch = 1; batch <= BATCHES; batch += 1) {
        for (let i = 0; i < BATCH_PACKETS; i += 1) pick(shots, random)();
        await call.talk(batch);
        call.forget();
        if (batch === WARM_UP_BATCHES) settled = await settledMemoryBytes();
      }
      const growth = (await settledMemoryBytes()) - settled;
      call.close();
      await stranger.close();
      await server.close();
      expect(growth).toBeLessThan(MAX_GROWTH_BYTES);
      expect(stranger.receivedBytes).toBeGreaterThan(0);
      expect(stranger.receivedBytes).toBeLessThan(stranger.sentBytes / 10);
      expect(call.recorder).toMatchObject({ connections: 1, lostReasons: [] });
    },
  );
});
