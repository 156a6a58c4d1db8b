import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FakeDtlsClient } from '../../testing/dtls-client';
import { mutate } from '../../testing/mutate';
import { randomFrom } from '../../testing/seeded-random';
import { createCertificate, type DtlsCertificate } from './certificate';
import { DtlsEndpoint } from './dtls-endpoint';
import { ContentType, parseRecords, writeRecord } from './dtls-record';
import { HANDSHAKE_HEADER_BYTES, HandshakeType, parseFragments } from './handshake-message';
import type { SrtpAgreement } from './werift-handshake';

let certificate: DtlsCertificate;
let clientCertificate: DtlsCertificate;

beforeAll(async () => {
  certificate = await createCertificate();
  clientCertificate = await createCertificate();
});

const opened: { close(): void }[] = [];

afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

type Direction = 'up' | 'down';

interface PairOptions {
  /** What becomes of each datagram: those that arrive for it, in this order. */
  readonly carry?: (datagram: Buffer, direction: Direction) => readonly Buffer[];
  readonly shown?: DtlsCertificate;
  readonly fingerprints?: readonly string[];
}

/** Both ends, and a network between them that the test makes. */
function openPair({ carry = (datagram) => [datagram], shown, fingerprints }: PairOptions) {
  const traffic: { direction: Direction; datagram: Buffer }[] = [];
  const deliver = (datagram: Buffer, direction: Direction) => {
    traffic.push({ direction, datagram });
    for (const one of carry(datagram, direction)) {
      const receiver = direction === 'up' ? endpoint : client;
      setImmediate(() => receiver.receive(Buffer.from(one)));
    }
  };
  const failures: string[] = [];
  let settle: (outcome: SrtpAgreement | string) => void;
  const outcome = new Promise<SrtpAgreement | string>((resolve) => (settle = resolve));
  const endpoint = new DtlsEndpoint(certificate, fingerprints ?? [clientCertificate.fingerprint], {
    send: (datagram) => deliver(datagram, 'down'),
    connected: (agreement) => settle(agreement),
    failed: (reason) => {
      failures.push(reason);
      settle(reason);
    },
  });
  const client = new FakeDtlsClient({
    certificate: shown ?? clientCertificate,
    profile: 'AEAD_AES_128_GCM',
    send: (datagram) => deliver(datagram, 'up'),
  });
  opened.push(endpoint, client);
  const agreed = new Promise<SrtpAgreement>((resolve) => client.begin(resolve));
  return { endpoint, client, outcome, agreed, traffic, failures };
}

function mirror({ profile, local, remote }: SrtpAgreement): SrtpAgreement {
  return { profile, local: remote, remote: local };
}

async function expectAgreement(options: PairOptions): Promise<void> {
  const { outcome, agreed } = openPair(options);
  expect(await outcome).toEqual(mirror(await agreed));
}

/** A plain handshake record, its message in parts of a few bytes, each in a datagram. */
function splitHandshake(datagram: Buffer, partBytes: number): Buffer[] {
  return parseRecords(datagram).flatMap((record) => {
    if (record.type !== ContentType.handshake || record.epoch !== 0) return [record.bytes];
    return parseFragments(record.fragment).flatMap(({ type, sequence, length, part }) =>
      Array.from({ length: Math.ceil(part.length / partBytes) }, (_, i) => {
        const piece = part.subarray(i * partBytes, (i + 1) * partBytes);
        const content = Buffer.alloc(HANDSHAKE_HEADER_BYTES + piece.length);
        content.writeUInt8(type, 0);
        content.writeUIntBE(length, 1, 3);
        content.writeUInt16BE(sequence, 4);
        content.writeUIntBE(i * partBytes, 6, 3);
        content.writeUIntBE(piece.length, 9, 3);
        piece.copy(content, HANDSHAKE_HEADER_BYTES);
        return writeRecord(ContentType.handshake, i, content);
      }),
    );
  });
}

describe('a DTLS handshake', () => {
  it('comes to the same keys at both ends', () => expectAgreement({}));

  it('survives the loss of any one datagram', { timeout: 20_000 }, async () => {
    const losing = (lost: number) => {
      let count = 0;
      return expectAgreement({ carry: (datagram) => (count++ === lost ? [] : [datagram]) });
    };
    await Promise.all(Array.from({ length: 9 }, (_, lost) => losing(lost)));
  });

  it('survives datagrams that come twice', () =>
    expectAgreement({ carry: (datagram) => [datagram, datagram] }));

  it('survives messages in parts that come backwards and overlap', () =>
    expectAgreement({
      carry: (datagram, direction) =>
        direction === 'down'
          ? [datagram]
          : [...splitHandshake(datagram, 60), ...splitHandshake(datagram, 40)].reverse(),
    }));

  it('survives a flight that comes backwards', { timeout: 20_000 }, async () => {
    let flight: Buffer[] = [];
    await expectAgreement({
      carry: (datagram, direction) => {
        if (direction === 'down') return [datagram];
        flight.push(datagram);
        const isWhole = flight.length === 5 || datagram[13] === HandshakeType.clientHello;
        return isWhole ? flight.splice(0).reverse() : [];
      },
    });
    flight = [];
  });

  it('is not disturbed by nonsense in between', () =>
    expectAgreement({
      carry: (datagram, direction) =>
        direction === 'down'
          ? [datagram]
          : [
              Buffer.alloc(0),
              datagram.subarray(0, 20),
              writeRecord(ContentType.handshake, 0, Buffer.alloc(12, 0xff)),
              writeRecord(ContentType.alert, 0, Buffer.from([2, 40])),
              writeRecord(ContentType.handshake, 0, Buffer.from('0b0000000009000000000000', 'hex')),
              datagram,
            ],
    }));

  it('answers a first hello shorter than it is, and makes nothing of it before the second', () => {
    const { endpoint, traffic } = openPair({});
    const [hello] = traffic;
    if (!hello) throw new Error('No hello.');
    for (let i = 0; i < 100; i += 1) endpoint.receive(hello.datagram);
    const answers = traffic.filter(({ direction }) => direction === 'down');
    expect(answers.length).toBeLessThan(50);
    for (const { datagram } of answers) {
      expect(datagram[13]).toBe(HandshakeType.helloVerifyRequest);
      expect(datagram.length).toBeLessThan(hello.datagram.length);
    }
  });

  it('ends with the client’s close_notify, and with nothing that only looks like it', async () => {
    const { endpoint, client, outcome, agreed, failures } = openPair({});
    await outcome;
    await agreed;
    endpoint.receive(writeRecord(ContentType.alert, 0, Buffer.from([1, 0])));
    const alert = client.seal(ContentType.alert, Buffer.from([1, 0]));
    const forged = Buffer.from(alert);
    forged.writeUInt8(forged.readUInt8(forged.length - 1) ^ 1, forged.length - 1);
    endpoint.receive(forged);
    endpoint.receive(client.seal(ContentType.alert, Buffer.from([1, 90])));
    expect(failures).toEqual([]);
    endpoint.receive(alert);
    endpoint.receive(alert);
    expect(failures).toEqual(['The client closed its DTLS connection.']);
  });
});

describe('handshakes with altered messages before the true ones', () => {
  it('end in keys, in a reason or in nothing yet, and never in an exception', async () => {
    const outcomes = Array.from({ length: 16 }, async (_, seed) => {
      const random = randomFrom(seed);
      const carry = (datagram: Buffer, direction: Direction) =>
        direction === 'down' || random(3) > 0 ? [datagram] : [mutate(datagram, random), datagram];
      return Promise.race([openPair({ carry }).outcome, setTimeout(10_000)]);
    });
    const kinds = (await Promise.all(outcomes)).map((outcome) => typeof outcome);
    expect(kinds).toContain('object');
    await expectAgreement({});
  }, 20_000);
});

describe('a client’s proof', () => {
  it('is its certificate, by any of the fingerprints of its offer', () =>
    expectAgreement({
      fingerprints: [
        certificate.fingerprint,
        'sha-1 00:11',
        clientCertificate.fingerprint.toLowerCase(),
      ],
    }));

  it('is not another certificate', async () => {
    const { outcome } = openPair({ shown: certificate });
    expect(await outcome).toMatch(/another certificate than its offer says/);
  });

  it('is not the certificate without its key', async () => {
    const stolen = { ...clientCertificate, keyPem: certificate.keyPem };
    const { outcome, traffic } = openPair({ shown: stolen });
    expect(await outcome).toMatch(/not its own/);
    expect(traffic.filter(({ direction }) => direction === 'down')).toHaveLength(2);
  });

  it('is nothing where the offer has no fingerprint that counts', async () => {
    const { outcome } = openPair({ fingerprints: ['sha-1 00:11', 'nonsense', ''] });
    expect(await outcome).toMatch(/another certificate/);
  });
});
