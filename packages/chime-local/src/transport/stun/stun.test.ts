import { describe, expect, it } from 'vitest';
import { answerBinding, localUfrag } from './answer-binding';
import { hasIntegrity, isFingerprintRight } from './stun-checksums';
import { StunAttribute, StunType, parseStun, type StunMessage } from './stun-message';
import { writeStun } from './write-stun';
import { xorMappedAddress } from './xor-address';

function hex(text: string): Buffer {
  return Buffer.from(text.replaceAll(/\s/g, ''), 'hex');
}

/** The short-term vectors of RFC 5769, section 2. */
const PASSWORD = 'VOkJxbRl1RmTxUk/WvJxBt';
const TRANSACTION = hex('b7e7a701 bc34d686 fa87dfae');
const REQUEST = hex(`
  00010058 2112a442 b7e7a701 bc34d686 fa87dfae
  80220010 5354554e 20746573 7420636c 69656e74
  00240004 6e0001ff
  80290008 932ff9b1 51263b36
  00060009 6576746a 3a683676 59202020
  00080014 9aeaa70c bfd8cb56 781ef2b5 b2d3f249 c1b571a2
  80280004 e57a3bcf`);
const RESPONSE = hex(`
  0101003c 2112a442 b7e7a701 bc34d686 fa87dfae
  8022000b 74657374 20766563 746f7220
  00200008 0001a147 e112a643
  00080014 2b91f599 fd9e90c3 8c7489f9 2af9ba53 f06be7d7
  80280004 c07d4c96`);
const RESPONSE_IPV6 = hex(`
  01010048 2112a442 b7e7a701 bc34d686 fa87dfae
  8022000b 74657374 20766563 746f7220
  00200014 0002a147 0113a9fa a5d3f179 bc25f4b5 bed2b9d9
  00080014 a382954e 4be67bf1 1784c97c 8292c275 bfe3ed41
  80280004 c8fb0b4c`);

const SOURCE = { address: '192.0.2.1', port: 32853 };

function parse(packet: Buffer | undefined): StunMessage {
  const message = packet && parseStun(packet);
  if (!message) throw new Error('Not a STUN message.');
  return message;
}

function check(attributes: [number, Buffer][] = [], password: string | undefined = PASSWORD) {
  return parse(
    writeStun({
      type: StunType.bindingRequest,
      transactionId: TRANSACTION,
      attributes: [[StunAttribute.username, Buffer.from('ours:theirs')], ...attributes],
      ...(password !== '' && { password }),
    }),
  );
}

function errorOf(response: Buffer | undefined): number {
  const value = parse(response).attributes.get(StunAttribute.errorCode);
  return value ? value.readUInt8(2) * 100 + value.readUInt8(3) : 0;
}

describe('the vectors of RFC 5769', () => {
  it.each([
    ['the request', REQUEST],
    ['the IPv4 response', RESPONSE],
    ['the IPv6 response', RESPONSE_IPV6],
  ])('hold for %s: integrity and fingerprint', (_, packet) => {
    const message = parse(packet);
    expect(hasIntegrity(message, PASSWORD)).toBe(true);
    expect(hasIntegrity(message, `${PASSWORD}.`)).toBe(false);
    expect(isFingerprintRight(message)).toBe(true);
  });

  it('give the user fragment of the request', () => {
    expect(localUfrag(parse(REQUEST))).toBe('evtj');
    expect(localUfrag(parse(RESPONSE))).toBeUndefined();
  });

  it.each([
    ['192.0.2.1', RESPONSE],
    ['::ffff:192.0.2.1', RESPONSE],
    ['2001:db8:1234:5678:11:2233:4455:6677', RESPONSE_IPV6],
  ])('give %s as mapped address', (address, packet) => {
    expect(xorMappedAddress({ address, port: 32853 }, TRANSACTION)).toEqual(
      parse(packet).attributes.get(StunAttribute.xorMappedAddress),
    );
  });

  it('are written the same, but for padding', () => {
    const software = Buffer.from('STUN test client');
    const attributes = [...parse(REQUEST).attributes].slice(0, 4);
    expect(attributes[0]).toEqual([0x8022, software]);
    const written = parse(
      writeStun({
        type: StunType.bindingRequest,
        transactionId: TRANSACTION,
        attributes,
        password: PASSWORD,
      }),
    );
    expect([...written.attributes.keys()]).toEqual([...parse(REQUEST).attributes.keys()]);
    expect(hasIntegrity(written, PASSWORD) && isFingerprintRight(written)).toBe(true);
  });
});

describe('a packed IPv6 address', () => {
  it.each([
    ['::1', `${'00'.repeat(15)}01`],
    ['fe80::1%eth0', `fe80${'00'.repeat(13)}01`],
    ['2001:db8::', `20010db8${'00'.repeat(12)}`],
  ])('is unpacked: %s', (address, bytes) => {
    const mapped = xorMappedAddress({ address, port: 0 }, Buffer.alloc(12));
    const mask = Buffer.concat([hex('2112a442'), Buffer.alloc(12)]);
    const plain = mapped.subarray(4).map((byte, i) => byte ^ (mask[i] ?? 0));
    expect(Buffer.from(plain).toString('hex')).toBe(bytes);
  });
});

describe('parseStun', () => {
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a header that is cut off', REQUEST.subarray(0, 19)],
    ['a message that is cut off', REQUEST.subarray(0, -4)],
    [
      'another cookie',
      Buffer.concat([REQUEST.subarray(0, 4), hex('2112a443'), REQUEST.subarray(8)]),
    ],
    ['a length beside words', Buffer.concat([REQUEST, hex('0000')])],
    ['an attribute beyond the end', hex('00010004 2112a442 b7e7a701 bc34d686 fa87dfae 00060004')],
  ])('refuses %s', (_, packet) => {
    expect(parseStun(packet)).toBeUndefined();
  });

  it('does not read what stands after the integrity', () => {
    const request = check();
    const late = Buffer.concat([request.packet.subarray(0, -8), hex('00250000')]);
    late.writeUInt16BE(late.length - 20, 2);
    const message = parse(late);
    expect(hasIntegrity(message, PASSWORD)).toBe(true);
    expect(answerBinding(message, SOURCE, PASSWORD)).toMatchObject({ nominated: false });
  });
});

describe('answerBinding', () => {
  it('tells whence the check came, signed by the same password', () => {
    const { response, valid, nominated } = answerBinding(check(), SOURCE, PASSWORD);
    const message = parse(response);
    expect({ valid, nominated }).toEqual({ valid: true, nominated: false });
    expect(message.type).toBe(StunType.bindingSuccess);
    expect(message.transactionId).toEqual(TRANSACTION);
    expect(message.attributes.get(StunAttribute.xorMappedAddress)).toEqual(
      hex('0001a147 e112a643'),
    );
    expect(hasIntegrity(message, PASSWORD) && isFingerprintRight(message)).toBe(true);
  });

  it('sees the nomination', () => {
    const nominating = check([[StunAttribute.useCandidate, Buffer.alloc(0)]]);
    expect(answerBinding(nominating, SOURCE, PASSWORD)).toMatchObject({ nominated: true });
  });

  it('asks a client that does not lead to change its role', () => {
    const controlled = check([[StunAttribute.iceControlled, Buffer.alloc(8)]]);
    const { response, valid } = answerBinding(controlled, SOURCE, PASSWORD);
    expect({ error: errorOf(response), valid }).toEqual({ error: 487, valid: false });
    expect(hasIntegrity(parse(response), PASSWORD)).toBe(true);
  });

  it('names what it would have to understand', () => {
    const strange = check([[0x7ffe, Buffer.alloc(4)]]);
    const { response, valid } = answerBinding(strange, SOURCE, PASSWORD);
    expect({ error: errorOf(response), valid }).toEqual({ error: 420, valid: false });
    expect(parse(response).attributes.get(StunAttribute.unknownAttributes)).toEqual(hex('7ffe'));
  });

  it.each([
    ['400 without integrity', check([], ''), 400],
    ['401 with the wrong password', check([], 'wrong'), 401],
  ])('answers %s, and not at greater length', (_, message, error) => {
    const { response, valid } = answerBinding(message, SOURCE, PASSWORD);
    expect({ error: errorOf(response), valid }).toEqual({ error, valid: false });
    expect(response?.length).toBeLessThanOrEqual(message.packet.length);
  });

  it('does not answer where the fingerprint is wrong', () => {
    const packet = Buffer.from(check().packet);
    packet.writeUInt8(packet.readUInt8(packet.length - 1) ^ 1, packet.length - 1);
    const { response, valid } = answerBinding(parse(packet), SOURCE, PASSWORD);
    expect({ response, valid }).toEqual({ response: undefined, valid: false });
  });
});
