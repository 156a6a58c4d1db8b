import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseRtcp } from '../rtp/parse-rtcp';
import { parseRtp } from '../rtp/rtp-header';
import { AudioRoom } from './audio-room';
import { openLibopus } from './libopus';
import type { OpusCodec } from './opus-codec';
import { SILENCE } from './opus-packet';
import { AudioClient } from './testing/audio-client';
import { toneAmplitude } from './testing/tones';

const TONES = { a: 440, b: 880, c: 1500 };

const clients: AudioClient[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.close();
});

interface Rig {
  readonly room: AudioRoom;
  readonly codecs: OpusCodec[];
  readonly join: (owner: string, mayHear?: boolean) => AudioClient;
}

function makeRig(): Rig {
  const codecs: OpusCodec[] = [];
  const open = (): OpusCodec => {
    const codec = openLibopus();
    vi.spyOn(codec, 'encode');
    vi.spyOn(codec, 'close');
    codecs.push(codec);
    return codec;
  };
  const room = new AudioRoom(open);
  const join = (owner: string, mayHear = true): AudioClient => {
    const client = new AudioClient(room, owner, open, mayHear);
    clients.push(client);
    return client;
  };
  return { room, codecs, join };
}

/** So many ticks, before each of which everybody sends: a tone, or silence without one. */
function run(
  room: AudioRoom,
  ticks: number,
  voices: readonly (readonly [AudioClient, number?])[],
): void {
  for (let n = 0; n < ticks; n += 1) {
    for (const [client, hertz] of voices) client.say(hertz);
    room.tick();
  }
}

describe('AudioRoom', () => {
  it('sends silence where nobody talks, a packet each tick', () => {
    const { room, join } = makeRig();
    const [a, b] = [join('a'), join('b')];
    run(room, 50, [[a], [b]]);
    expect(a.payloads()).toEqual(Array.from({ length: 50 }, () => SILENCE));
  });

  it('passes the packets of one who talks untouched, and to that one silence', () => {
    const { room, join, codecs } = makeRig();
    const [a, b] = [join('a'), join('b')];
    const said = Array.from({ length: 20 }, () => {
      const packet = a.say(TONES.a);
      b.say();
      room.tick();
      return packet;
    });
    expect(b.payloads().slice(2)).toEqual(said.slice(1, 19));
    expect(a.payloads().every((payload) => payload.equals(SILENCE))).toBe(true);
    expect(codecs).toHaveLength(0);
  });

  it('numbers packets without gaps whoever talks, 960 samples apart', () => {
    const { room, join } = makeRig();
    const [a, b, c] = [join('a'), join('b'), join('c')];
    run(room, 10, [[a], [b], [c]]);
    run(room, 20, [[a, TONES.a], [b], [c]]);
    run(room, 20, [[a, TONES.a], [b, TONES.b], [c]]);
    const headers = c.received.map((packet) => parseRtp(packet));
    headers.slice(1).forEach((header, i) => {
      const before = headers[i];
      expect(header).toMatchObject({ ssrc: 7, payloadType: 111, marker: false });
      const steps = ((header?.sequenceNumber ?? 0) - (before?.sequenceNumber ?? 0)) & 0xffff;
      expect(steps).toBe(1);
      expect(((header?.timestamp ?? 0) - (before?.timestamp ?? 0)) >>> 0).toBe(960);
    });
  });

  it('lets two who talk hear each other without any codec', () => {
    const { room, join, codecs } = makeRig();
    const [a, b] = [join('a'), join('b')];
    run(room, 50, [
      [a, TONES.a],
      [b, TONES.b],
    ]);
    expect(toneAmplitude(a.heard(20), TONES.b)).toBeGreaterThan(6000);
    expect(toneAmplitude(a.heard(20), TONES.a)).toBeLessThan(100);
    expect(codecs).toHaveLength(0);
  });

  it('lets each of three hear the other two and not itself', () => {
    const { room, join } = makeRig();
    const three = { a: join('a'), b: join('b'), c: join('c') };
    run(room, 60, [
      [three.a, TONES.a],
      [three.b, TONES.b],
      [three.c, TONES.c],
    ]);
    for (const [owner, client] of Object.entries(three)) {
      const heard = client.heard(20);
      for (const [name, hertz] of Object.entries(TONES)) {
        const amplitude = toneAmplitude(heard, hertz);
        if (name === owner) expect(amplitude).toBeLessThan(150);
        else expect(amplitude).toBeGreaterThan(6000);
      }
    }
  });

  it('encodes the same mix once for all who hear it', () => {
    const { room, join, codecs } = makeRig();
    const [a, b] = [join('a'), join('b')];
    const audience = Array.from({ length: 20 }, (_, i) => join(`listener ${i}`));
    run(room, 30, [
      [a, TONES.a],
      [b, TONES.b],
    ]);
    const encoders = codecs.filter((codec) => vi.mocked(codec.encode).mock.calls.length > 0);
    expect(encoders).toHaveLength(1);
    expect(encoders[0]?.encode).toHaveBeenCalledTimes(29);
    expect(audience[0]?.payloads()).toEqual(audience[19]?.payloads());
    expect(toneAmplitude(audience[3]?.heard(10) ?? [], TONES.a)).toBeGreaterThan(6000);
  });

  it('lets peers of one owner not hear each other', () => {
    const { room, join } = makeRig();
    const [person, content, other] = [join('a'), join('a'), join('b')];
    run(room, 40, [
      [person, TONES.a],
      [content, TONES.c],
      [other, TONES.b],
    ]);
    const heard = person.heard(20);
    expect(toneAmplitude(heard, TONES.b)).toBeGreaterThan(6000);
    expect(toneAmplitude(heard, TONES.c)).toBeLessThan(100);
    expect(toneAmplitude(other.heard(20), TONES.c)).toBeGreaterThan(6000);
  });

  it('gives silence to one who may not hear', () => {
    const { room, join } = makeRig();
    const [a, deaf] = [join('a'), join('b', false)];
    run(room, 20, [[a, TONES.a], [deaf]]);
    expect(deaf.payloads().every((payload) => payload.equals(SILENCE))).toBe(true);
  });

  it('leaves a gap for a lost packet, which the client conceals itself', () => {
    const { room, join } = makeRig();
    const [a, b] = [join('a'), join('b')];
    run(room, 10, [[a, TONES.a], [b]]);
    a.lose();
    room.tick();
    run(room, 10, [[a, TONES.a], [b]]);
    const numbers = b.received.map((packet) => parseRtp(packet)?.sequenceNumber ?? 0);
    const steps = numbers.slice(1).map((number, i) => (number - (numbers[i] ?? 0)) & 0xffff);
    expect(steps.filter((step) => step === 2).length).toBeGreaterThan(0);
    expect(numbers.length).toBeLessThan(21);
    expect(toneAmplitude(b.heard(5), TONES.a)).toBeGreaterThan(6000);
  });

  it('conceals a lost packet in a mix', () => {
    const { room, join } = makeRig();
    const [a, b, c] = [join('a'), join('b'), join('c')];
    const both = [
      [a, TONES.a],
      [b, TONES.b],
    ] as const;
    run(room, 30, [...both, [c]]);
    a.lose();
    run(room, 3, [[b, TONES.b], [c]]);
    expect(c.received).toHaveLength(33);
    expect(toneAmplitude(c.heard(3), TONES.b)).toBeGreaterThan(5000);
  });

  it('saturates a mix that is too loud instead of turning it over', () => {
    const { room, join } = makeRig();
    const talkers = ['a', 'b', 'c', 'd', 'e', 'f'].map((owner) => join(owner));
    const listener = join('listener');
    run(
      room,
      40,
      talkers.map((talker) => [talker, 440]),
    );
    const heard = listener.heard(10);
    expect(toneAmplitude(heard, 440)).toBeGreaterThan(32767);
    expect(Math.max(...heard)).toBeLessThanOrEqual(32767);
  });

  it('hears the eight loudest of many', () => {
    const { room, join, codecs } = makeRig();
    const talkers = Array.from({ length: 12 }, (_, i) => join(`talker ${i}`));
    run(
      room,
      10,
      talkers.map((talker) => [talker, 440]),
    );
    expect(codecs.length).toBeLessThanOrEqual(8 + 9);
  });

  it('gives codecs back after two seconds without a mix, and all when it closes', () => {
    const { room, join, codecs } = makeRig();
    const [a, b, c] = [join('a'), join('b'), join('c')];
    const both: [AudioClient, number?][] = [
      [a, TONES.a],
      [b, TONES.b],
    ];
    run(room, 20, [...both, [c]]);
    expect(codecs).toHaveLength(3);
    run(room, 200, [[a], [b], [c]]);
    for (const codec of codecs) expect(codec.close).toHaveBeenCalledOnce();
    run(room, 20, [...both, [c]]);
    room.close();
    expect(codecs).toHaveLength(6);
    for (const codec of codecs) expect(codec.close).toHaveBeenCalledOnce();
  });

  it('lets the time of missed ticks pass without packets', () => {
    const { room, join } = makeRig();
    const a = join('a');
    room.tick();
    room.skip(30);
    room.tick();
    const [before, after] = a.received.map((packet) => parseRtp(packet));
    expect(((after?.sequenceNumber ?? 0) - (before?.sequenceNumber ?? 0)) & 0xffff).toBe(1);
    expect(((after?.timestamp ?? 0) - (before?.timestamp ?? 0)) >>> 0).toBe(31 * 960);
  });

  it('reports to its listeners how much they were sent', () => {
    const { room, join } = makeRig();
    const a = join('a');
    run(room, 4, [[a]]);
    room.report();
    const [report] = parseRtcp(a.reports[0] ?? Buffer.alloc(0));
    expect(report).toMatchObject({ type: 'sender-report', ssrc: 7, packets: 4, payloadBytes: 12 });
  });
});
