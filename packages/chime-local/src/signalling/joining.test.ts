import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ParticipantMedia } from './participant-media';
import { Type } from './testing/scripted-client';
import { CAMERA, TestMeeting } from './testing/meeting';
import { offerOf } from './testing/offer-of';

describe('a client that joins', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('is told the limits, no TURN, its own network adaption, and what is on', () => {
    const anna = new TestMeeting().open('anna').join();
    expect(anna.frames.map(({ type }) => type)).toEqual(['JOIN_ACK', 'INDEX']);
    expect(anna.last('JOIN_ACK')['joinack']).toEqual({
      turnCredentials: { username: '', password: '', ttl: 0 },
      videoSubscriptionLimit: 25,
      wantsCompressedSdp: false,
      defaultServerSideNetworkAdaption: 'BANDWIDTH_PROBING_AND_VIDEO_QUALITY_ADAPTION',
    });
    expect(anna.last('INDEX')['index']).toEqual({ atCapacity: false, numParticipants: 0 });
  });

  it('gets an answer with our end of the media, and its place among the others', () => {
    const meeting = new TestMeeting();
    const anna = meeting.enter('anna');
    const { sdpAnswer } = anna.last('SUBSCRIBE_ACK')['suback'] as { sdpAnswer: string };
    expect(sdpAnswer).toContain('a=ice-ufrag:ours\r\n');
    expect(sdpAnswer).toContain('a=fingerprint:sha-256 CD:EF\r\n');
    expect(sdpAnswer).toContain(' 127.0.0.1 5000 typ host\r\n');
    expect(anna.roster).toEqual(['1 anna came']);
    expect(anna.last('INDEX')['index']).toMatchObject({ numParticipants: 1 });
    expect(meeting.log).toEqual(['anna is in meeting meeting']);
  });

  it('negotiates audio under its own id and ICE, and nothing else that is not there', () => {
    const meeting = new TestMeeting();
    meeting.enter('anna', { muted: true });
    const peer = meeting.media.room.peerOf('anna');
    expect(peer.plan).toMatchObject({
      remote: { ice: { ufrag: 'abcd' } },
      audio: { mid: '0', payloadType: 111, audioStreamId: 1, maySpeak: true, mayHear: true },
      receive: [],
    });
    expect(peer.plan.camera).toBeUndefined();
    expect(peer.calls).toEqual(['mute']);
  });

  it('hears and does not speak when its offer only receives', () => {
    const meeting = new TestMeeting();
    const sdpOffer = offerOf(CAMERA).replace('a=sendrecv', 'a=recvonly');
    const anna = meeting.enter('anna', { sdpOffer });
    const { audio } = meeting.media.room.peerOf('anna').plan;
    expect(audio).toMatchObject({ maySpeak: false, mayHear: true });
    const { sdpAnswer } = anna.last('SUBSCRIBE_ACK')['suback'] as { sdpAnswer: string };
    expect(sdpAnswer.split('m=')[1]).toContain('a=sendonly\r\n');
  });

  it('has no audio and no place in the roster without an audio host', () => {
    const meeting = new TestMeeting();
    const anna = meeting.enter('anna', { audioHost: '', videos: [CAMERA], layers: [1400] });
    expect(meeting.media.room.peerOf('anna').plan.audio).toBeUndefined();
    expect(anna.roster).toEqual([]);
    const berta = meeting.enter('berta');
    expect(berta.roster).toEqual(['4 berta came']);
    expect(berta.sources).toMatchObject([{ attendeeId: 'anna' }]);
  });

  it('is refused with an unknown token, after its JOIN, for which the SDK waits', () => {
    const stranger = new TestMeeting().open('zoe');
    expect(stranger.closed).toBeUndefined();
    stranger.join();
    expect(stranger.closed).toEqual({
      code: 4403,
      reason: 'There is no attendee with this join token: create one, or it was deleted.',
    });
    expect(stranger.frames).toEqual([]);
  });

  it('is read nothing of when its token is unknown, and does not stay', () => {
    const meeting = new TestMeeting();
    meeting.open('zoe').vanish();
    const silent = meeting.open('zoe');
    const loud = meeting.open('zoe');
    loud.receive(Buffer.alloc(500_000));
    expect(loud.closed).toMatchObject({ code: 4403 });
    loud.ping(1);
    expect(loud.frames).toEqual([]);
    vi.advanceTimersByTime(5000);
    expect(silent.closed).toMatchObject({ code: 4403 });
    expect(vi.getTimerCount()).toBe(0);
    expect(meeting.log).toEqual([]);
  });

  it('is refused when its attendee is deleted between its connection and its JOIN', () => {
    const meeting = new TestMeeting();
    const anna = meeting.open('anna');
    meeting.directory.delete('anna');
    anna.join();
    expect(anna.closed).toMatchObject({ code: 4403 });
  });

  it('may send little before its JOIN, and not without end after it', () => {
    const meeting = new TestMeeting();
    const hasty = meeting.open('anna');
    hasty.receive(Buffer.alloc(4097, 5));
    expect(hasty.closed).toMatchObject({ code: 4400 });
    const long = { type: Type.CLIENT_METRIC, error: { description: 'x'.repeat(400_000) } };
    const berta = meeting.enter('berta');
    for (let count = 0; count < 10; count++) berta.say(long);
    expect(berta.closed).toBeUndefined();
    berta.say(long);
    expect(berta.closed).toMatchObject({ code: 4529 });
  });

  it('is refused when the meeting has ended', () => {
    const meeting = new TestMeeting();
    const anna = meeting.open('anna');
    meeting.directory.end();
    anna.join();
    expect(anna.closed).toEqual({ code: 4410, reason: 'The meeting has ended.' });
  });

  it('is let go when no JOIN comes, and only then', () => {
    const meeting = new TestMeeting();
    const slow = meeting.open('anna');
    const berta = meeting.open('berta').join();
    vi.advanceTimersByTime(59_999);
    expect(slow.closed).toBeUndefined();
    vi.advanceTimersByTime(1);
    expect(slow.closed).toMatchObject({ code: 4408 });
    expect(berta.closed).toBeUndefined();
  });

  it('is let go when it breaks the protocol', () => {
    const meeting = new TestMeeting();
    const hasty = meeting.open('anna');
    hasty.subscribe();
    expect(hasty.closed).toEqual({ code: 4400, reason: 'JOIN must come before subscribe.' });
    const twice = meeting.open('berta').join().join();
    expect(twice.closed).toEqual({ code: 4400, reason: 'JOIN came twice.' });
    const garbled = meeting.open('carl').join();
    garbled.receive(Buffer.from('0508011001', 'hex'));
    expect(garbled.closed).toEqual({
      code: 4400,
      reason: 'The frame lacks its part "join".',
    });
    garbled.join();
    expect(garbled.frames.map(({ type }) => type)).toEqual(['JOIN_ACK', 'INDEX']);
  });

  it('is told what is wrong with its offer, and what was settled before goes on', () => {
    const meeting = new TestMeeting();
    const anna = meeting.enterWithCamera('anna');
    const berta = meeting.enter('berta');
    anna.subscribe({ sdpOffer: 'v=0\r\nnonsense' });
    const why = expect.stringMatching(/^The offer cannot be answered: /) as string;
    expect(anna.last('NOTIFICATION')).toMatchObject({
      notification: { level: 'ERROR', message: why },
    });
    expect(anna.last('SUBSCRIBE_ACK')).toMatchObject({ error: { status: 400, description: why } });
    expect(anna.last('SUBSCRIBE_ACK')).not.toHaveProperty('suback');
    expect(meeting.media.room.peerOf('anna').plans).toHaveLength(1);
    expect(berta.sources).toHaveLength(1);
  });

  it('gets an answer to its pings, from the first moment on', () => {
    const anna = new TestMeeting().open('anna');
    anna.ping(7);
    expect(anna.last('PING_PONG')['pingPong']).toEqual({ type: 'PONG', pingId: 7 });
  });

  it('hears that there are no primary meetings', () => {
    const anna = new TestMeeting().enter('anna');
    anna.say({ type: Type.PRIMARY_MEETING_JOIN, primaryMeetingJoin: {} });
    expect(anna.last('PRIMARY_MEETING_JOIN_ACK')).toMatchObject({
      error: { status: 400, description: 'chime-local has no primary meetings.' },
    });
  });

  it('is let go when it floods us with frames of any kind', () => {
    const anna = new TestMeeting().enter('anna');
    for (let count = 0; count < 700; count++) anna.ping(count);
    expect(anna.closed).toMatchObject({ code: 4529 });
    expect(anna.all('PING_PONG').length).toBeLessThan(600);
  });

  it('comes again, and the others go on, when something goes wrong in the service', () => {
    const meeting = new TestMeeting();
    const anna = meeting.enter('anna');
    meeting.media.room.addPeer = () => {
      throw new Error('No more ports.');
    };
    const berta = meeting.open('berta').join().subscribe();
    expect(berta.closed).toEqual({ code: 4500, reason: 'Server error.' });
    expect(meeting.log).toContain('A connection is closed: No more ports.');
    expect(meeting.signalling.connections).toBe(1);
    expect(anna.closed).toBeUndefined();
  });

  it('has few connections that do not subscribe: the oldest gives way', () => {
    const meeting = new TestMeeting();
    const berta = meeting.open('berta').join();
    const many = [1, 2, 3, 4, 5].map((session) => meeting.open('anna').join(session));
    expect(many.map(({ closed }) => closed?.code)).toEqual([4409, ...Array<undefined>(4)]);
    expect(meeting.signalling.connections).toBe(5);
    many[1]?.subscribe();
    meeting.open('anna').join(6);
    expect(many[2]?.closed).toBeUndefined();
    expect(berta.closed).toBeUndefined();
  });

  it('is no work for the others before it subscribes', () => {
    const meeting = new TestMeeting();
    const revise = vi.spyOn(ParticipantMedia.prototype, 'reviseViewing');
    for (const name of ['anna', 'berta', 'carl']) meeting.enter(name);
    revise.mockClear();
    for (let count = 0; count < 10; count++) meeting.open('dora').join().vanish();
    expect(revise).toHaveBeenCalledTimes(10);
    revise.mockRestore();
  });

  it('counts as a connection for the control API', () => {
    const meeting = new TestMeeting();
    const anna = meeting.enter('anna');
    meeting.open('berta').join();
    anna.leave();
    expect(meeting.directory.connections).toEqual([1, 2, 1]);
    expect(meeting.signalling.connections).toBe(1);
  });
});
