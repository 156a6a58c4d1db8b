import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SILENCE } from '../audio/opus-packet';
import { writeRtp } from '../rtp/write-rtp';
import { Meeting, audio, type Member } from './testing/meeting';

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));

afterEach(() => void vi.useRealTimers());

const VOICE = Buffer.from([0xf8, 1, 2, 3]);

/** One more 20 ms of a voice, so loud. */
class Voice {
  #sequence = 65_530;

  constructor(
    private readonly member: Member,
    private readonly ssrc = 700,
  ) {}

  say(level: number): void {
    const sequenceNumber = (this.#sequence += 1) & 0xffff;
    const timestamp = this.#sequence * 960;
    const fields = { marker: false, payloadType: 111, sequenceNumber, timestamp, ssrc: this.ssrc };
    const extensions = [{ id: 3, value: Buffer.from([0x80 | level]) }];
    this.member.transport.client.rtp(writeRtp(fields, VOICE, extensions));
  }

  /** Half a second. */
  talk(level = 30): void {
    for (let n = 0; n < 25; n += 1) {
      this.say(level);
      vi.advanceTimersByTime(20);
    }
  }
}

function makeMeeting(): Meeting {
  return new Meeting(() => {
    throw new Error('Two who talk need no codec.');
  });
}

function heardVoice(member: Member): boolean {
  return member.transport.payloads(9000).some((payload) => payload.equals(VOICE));
}

describe('audio between peers', () => {
  it('sends fifty packets a second to one who is alone', () => {
    const meeting = makeMeeting();
    const { transport } = meeting.join('a', { audio: audio() });
    vi.advanceTimersByTime(2001);
    expect(transport.headers(9000)).toHaveLength(100);
    expect(transport.payloads(9000).every((payload) => payload.equals(SILENCE))).toBe(true);
  });

  it('sends nothing before the client is connected, or without a plan for audio', () => {
    const meeting = makeMeeting();
    const unconnected = meeting.join('a', { audio: audio() }, false);
    const unplanned = meeting.join('b');
    vi.advanceTimersByTime(1000);
    expect(unconnected.transport.rtp).toEqual([]);
    expect(unplanned.transport.rtp).toEqual([]);
  });

  it('brings a voice to the others, and tells how loud it is', () => {
    const meeting = makeMeeting();
    const a = meeting.join('a', { audio: audio() });
    const b = meeting.join('b', { audio: audio({ audioStreamId: 12 }) });
    new Voice(a).talk(25);
    expect(heardVoice(b)).toBe(true);
    expect(heardVoice(a)).toBe(false);
    expect([...meeting.room.audioLevels()]).toEqual([
      [11, 25],
      [12, 127],
    ]);
  });

  it('lets nobody hear one who is muted, and at once everybody when that ends', () => {
    const meeting = makeMeeting();
    const a = meeting.join('a', { audio: audio() });
    const b = meeting.join('b', { audio: audio({ audioStreamId: 12 }) });
    const voice = new Voice(a);
    a.peer.setMuted(true);
    voice.talk();
    expect(heardVoice(b)).toBe(false);
    expect(meeting.room.audioLevels().get(11)).toBe(127);
    a.peer.setMuted(false);
    voice.talk();
    expect(heardVoice(b)).toBe(true);
  });

  it('lets nobody hear one who may not speak, also when that changes', () => {
    const meeting = makeMeeting();
    const a = meeting.join('a', { audio: audio({ maySpeak: false }) });
    const b = meeting.join('b', { audio: audio({ audioStreamId: 12 }) });
    const voice = new Voice(a);
    voice.talk();
    expect(heardVoice(b)).toBe(false);
    a.plan({ audio: audio() });
    voice.talk();
    expect(heardVoice(b)).toBe(true);
    a.plan({ audio: audio({ maySpeak: false }) });
    vi.advanceTimersByTime(20);
    const before = b.transport.rtp.length;
    voice.talk();
    const after = b.transport.payloads(9000).slice(before);
    expect(after.some((payload) => payload.equals(VOICE))).toBe(false);
  });

  it('gives silence to one who may not hear', () => {
    const meeting = makeMeeting();
    const a = meeting.join('a', { audio: audio() });
    const deaf = meeting.join('b', { audio: audio({ audioStreamId: 12, mayHear: false }) });
    new Voice(a).talk();
    expect(deaf.transport.headers(9000)).toHaveLength(24);
    expect(heardVoice(deaf)).toBe(false);
  });

  it('goes on with a voice that comes under another number', () => {
    const meeting = makeMeeting();
    const a = meeting.join('a', { audio: audio() });
    const b = meeting.join('b', { audio: audio({ audioStreamId: 12 }) });
    new Voice(a).talk();
    const before = b.transport.rtp.length;
    new Voice(a, 701).talk();
    const after = b.transport.payloads(9000).slice(before);
    expect(after.filter((payload) => payload.equals(VOICE)).length).toBeGreaterThan(20);
  });

  it('brings nothing more of one who left', () => {
    const meeting = makeMeeting();
    const a = meeting.join('a', { audio: audio() });
    const b = meeting.join('b', { audio: audio({ audioStreamId: 12 }) });
    new Voice(a).talk();
    a.peer.close();
    const before = b.transport.rtp.length;
    vi.advanceTimersByTime(60);
    const after = b.transport.payloads(9000).slice(before);
    expect(after).toEqual([SILENCE, SILENCE, SILENCE]);
    expect([...meeting.room.audioLevels()]).toEqual([[12, 127]]);
  });

  it('reports to the client what came, and what was sent', () => {
    const meeting = makeMeeting();
    const a = meeting.join('a', { audio: audio() });
    const voice = new Voice(a);
    for (let n = 0; n < 3; n += 1) voice.talk();
    expect(a.transport.messages('receiver-report').at(-1)?.reports).toMatchObject([
      { ssrc: 700, packetsLost: 0 },
    ]);
    expect(a.transport.messages('sender-report').at(-1)).toMatchObject({ ssrc: 9000 });
  });

  it('stops when the plan has no audio any more, and when the last peer leaves', () => {
    const meeting = makeMeeting();
    const a = meeting.join('a', { audio: audio() });
    vi.advanceTimersByTime(101);
    a.plan({});
    vi.advanceTimersByTime(1000);
    expect(a.transport.headers(9000)).toHaveLength(5);
    expect(vi.getTimerCount()).toBe(1);
    a.peer.close();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('comes back to fifty packets a second after the process stood still', () => {
    const meeting = makeMeeting();
    const { transport } = meeting.join('a', { audio: audio() });
    vi.advanceTimersByTime(1000);
    const before = transport.headers(9000);
    const clock = vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 5000);
    vi.advanceTimersByTime(21);
    clock.mockRestore();
    const after = transport.headers(9000).slice(before.length);
    const last = before.at(-1)?.timestamp ?? 0;
    expect(after.length).toBeLessThan(4);
    expect(((after[0]?.timestamp ?? 0) - last) >>> 0).toBeGreaterThanOrEqual(250 * 960);
  });
});
