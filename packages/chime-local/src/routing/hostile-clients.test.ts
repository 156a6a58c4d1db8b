import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeNack, writePli, writeReceiverReport, writeSenderReport } from '../rtp/write-rtcp';
import { writeRtp } from '../rtp/write-rtp';
import { pick, randomFrom, type Random } from '../testing/seeded-random';
import { Meeting, audio, camera, section, type Member } from './testing/meeting';
import { VideoSource } from './testing/video-source';

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => void vi.useRealTimers());

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Buffers are given back by the second collection, or the third. */
function usedBytes(): number {
  for (let n = 0; n < 4; n += 1) collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

interface Party {
  readonly meeting: Meeting;
  readonly attacker: Member;
  readonly victim: Member;
  readonly source: VideoSource;
}

/** Both send and see each other: the victim's stream is 1, the attacker's are 2 and 3. */
function makeParty(): Party {
  const meeting = new Meeting();
  const layers = [
    { streamId: 2, rid: 'a' },
    { streamId: 3, rid: 'b' },
  ];
  const victim = meeting.join('victim', {
    audio: audio(),
    camera: camera(),
    receive: [section({ streamId: 2 }), section({ mid: '3', ssrc: 5001, streamId: 3 })],
  });
  const attacker = meeting.join('attacker', {
    audio: audio({ audioStreamId: 12 }),
    camera: camera({ layers, ssrcs: [] }),
    receive: [section()],
  });
  for (const { transport } of [victim, attacker]) transport.isForgetful = true;
  return { meeting, attacker, victim, source: new VideoSource({ ssrc: 1000 }) };
}

function anyRtp(random: Random): Buffer {
  const fields = {
    marker: random(2) === 1,
    payloadType: pick([96, 96, 96, 98, 111, 111, random(128)], random),
    sequenceNumber: pick([random(100), random(65536)], random),
    timestamp: random(2 ** 32),
    ssrc: pick([1000, 2000, 3000, random(2 ** 32)], random),
  };
  const payload = Buffer.from(Array.from({ length: random(40) }, () => random(256)));
  const extensions = [
    { id: 1, value: Buffer.from(pick(['1', '0', 'x'], random)) },
    { id: 2, value: Buffer.from(pick(['a', 'b', `r${random(50_000)}`], random)) },
    { id: 3, value: Buffer.from([random(256)]) },
    { id: 4, value: Buffer.from([random(256)]) },
  ];
  return writeRtp(fields, payload, extensions.slice(random(5)));
}

function anyRtcp(random: Random): Buffer {
  const ssrc = pick([1, 1000, 2000, 5000, 5001, random(2 ** 32)], random);
  const numbers = Array.from({ length: 1 + random(40) }, () => random(65536));
  const report = { ssrc, timeMs: random(2 ** 31), rtpTimestamp: random(2 ** 32) };
  return pick(
    [
      writeNack(1, ssrc, numbers),
      writePli(1, ssrc),
      writeReceiverReport(ssrc, []),
      writeSenderReport({ ...report, packets: random(99), payloadBytes: random(99) }),
      Buffer.from(`81cb0001${ssrc.toString(16).padStart(8, '0')}`, 'hex'),
    ],
    random,
  );
}

/** Some bytes of it are others, or missing. */
function damage(packet: Buffer, random: Random): Buffer {
  const damaged = Buffer.from(packet.subarray(0, packet.length - random(packet.length)));
  for (let n = random(4); n > 0 && damaged.length > 0; n -= 1) {
    damaged[random(damaged.length)] = random(256);
  }
  return damaged;
}

/** Whatever comes to mind, and one tick in a while. */
function assault({ attacker }: Party, random: Random, packets: number): void {
  const { client } = attacker.transport;
  for (let n = 0; n < packets; n += 1) {
    const rtp = anyRtp(random);
    const rtcp = anyRtcp(random);
    client.rtp(pick([rtp, damage(rtp, random)], random));
    client.rtcp(pick([rtcp, damage(rtcp, random)], random));
    if (n % 50 === 0) vi.advanceTimersByTime(20);
  }
}

describe('a client that sends anything', { timeout: 30_000 }, () => {
  it('disturbs nobody: others go on to see each other', () => {
    const party = makeParty();
    const viewer = party.meeting.join('viewer', { receive: [section({ ssrc: 7000 })] });
    const { victim, source } = party;
    victim.send(source.keyFrame());
    const random = randomFrom(7);
    for (let n = 0; n < 200; n += 1) {
      victim.send(source.deltaFrame());
      assault(party, random, 20);
    }
    const numbers = viewer.transport.headers(7000).map((header) => header.sequenceNumber);
    expect(numbers).toHaveLength(402);
    const steps = numbers.slice(1).map((number, i) => (number - (numbers[i] ?? 0)) & 0xffff);
    expect(new Set(steps)).toEqual(new Set([1]));
  });

  it('costs no memory that grows', () => {
    const party = makeParty();
    const random = randomFrom(11);
    assault(party, random, 10_000);
    const before = usedBytes();
    assault(party, random, 30_000);
    expect(usedBytes() - before).toBeLessThan(1.5e6);
    expect(party.meeting.room.bitrates().size).toBe(3);
    expect(party.meeting.room.audioLevels().size).toBe(2);
  });

  it('is no more to us under two hundred thousand sources and names', () => {
    const { meeting, attacker } = makeParty();
    const pretend = (ssrc: number, rid: string): void => {
      const fields = { marker: true, payloadType: 96, sequenceNumber: 1, timestamp: 1, ssrc };
      const extensions = [{ id: 2, value: Buffer.from(rid) }];
      attacker.send([writeRtp(fields, Buffer.from([0x10, 0]), extensions)]);
    };
    pretend(1, 'a');
    const before = usedBytes();
    for (let n = 2; n < 200_000; n += 1) pretend(n, n % 2 === 0 ? 'a' : `name ${n}`);
    expect(usedBytes() - before).toBeLessThan(1e6);
    expect(meeting.room.bitrates().size).toBe(3);
  });

  it('leaves nothing behind, however often it comes and goes', () => {
    const { meeting, victim, source } = makeParty();
    const comeAndGo = (times: number): void => {
      for (let n = 0; n < times; n += 1) {
        const plan = {
          audio: audio({ audioStreamId: 100 + n }),
          camera: camera({ layers: [{ streamId: 100 + n }], ssrcs: [n] }),
          receive: [section()],
        };
        const guest = meeting.join(`guest ${n}`, plan);
        guest.send(new VideoSource({ ssrc: n }).keyFrame());
        victim.plan({ receive: [section({ streamId: 100 + n })] });
        victim.send(source.keyFrame());
        vi.advanceTimersByTime(20);
        guest.peer.close();
      }
      meeting.transports.opened.length = 0;
    };
    comeAndGo(20);
    const before = usedBytes();
    comeAndGo(200);
    expect(usedBytes() - before).toBeLessThan(1e6);
    expect(meeting.server.figures().peers).toBe(2);
  });

  it('gets no more than 256 packets a second again, whatever it asks for', () => {
    const { meeting, attacker, victim, source } = makeParty();
    attacker.transport.isForgetful = false;
    victim.send(source.keyFrame());
    for (let n = 0; n < 400; n += 1) victim.send(source.deltaFrame());
    const sent = attacker.transport.headers(5000).map((header) => header.sequenceNumber);
    for (let second = 0; second < 4; second += 1) {
      for (let n = 0; n < 100; n += 1) attacker.transport.client.rtcp(writeNack(1, 5000, sent));
      vi.advanceTimersByTime(1000);
    }
    expect(meeting.server.figures().nacksAnswered).toBe(4 * 256);
    for (let n = 0; n < 65536; n += 20) {
      const all = Array.from({ length: 20 }, (_, i) => (n + i) & 0xffff);
      attacker.transport.client.rtcp(writeNack(1, 5000, all));
    }
    expect(meeting.server.figures().nacksAnswered).toBeLessThanOrEqual(5 * 256);
  });

  it('makes the sender of a stream hear of one wish a second', () => {
    const { attacker, victim, source } = makeParty();
    victim.send(source.keyFrame());
    const before = victim.transport.sentRtcp;
    for (let n = 0; n < 5000; n += 1) attacker.transport.client.rtcp(writePli(1, 5000));
    expect(victim.transport.sentRtcp - before).toBeLessThanOrEqual(1);
  });

  it('cannot end or report a stream of somebody else', () => {
    const { attacker, victim, source } = makeParty();
    victim.send(source.keyFrame());
    const reports = attacker.transport.sentRtcp;
    attacker.transport.client.rtcp(Buffer.from('81cb0001000003e8', 'hex'));
    const figures = { ssrc: 1000, timeMs: 1, rtpTimestamp: 1, packets: 1, payloadBytes: 1 };
    attacker.transport.client.rtcp(writeSenderReport(figures));
    const before = attacker.transport.sentRtp;
    victim.send(source.deltaFrame());
    expect(attacker.transport.sentRtp - before).toBe(2);
    expect(attacker.transport.sentRtcp).toBe(reports);
  });

  it('takes packets that are too large, and feedback that is, for nothing', () => {
    const { attacker, victim } = makeParty();
    const fields = { marker: true, payloadType: 96, sequenceNumber: 1, timestamp: 1, ssrc: 9 };
    const extensions = [{ id: 2, value: Buffer.from('a') }];
    const before = victim.transport.sentRtp;
    attacker.send([writeRtp(fields, Buffer.alloc(60_000, 0x10), extensions)]);
    const everything = Array.from({ length: 3000 }, (_, i) => i * 20);
    attacker.transport.client.rtcp(writeNack(1, 5000, everything));
    expect(victim.transport.sentRtp).toBe(before);
  });
});
