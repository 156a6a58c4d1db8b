import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TestMeeting } from './testing/meeting';

describe('the roster', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('is whole for who comes, and news for who is there', () => {
    const meeting = new TestMeeting();
    const anna = meeting.enter('anna', { muted: true });
    const berta = meeting.enter('berta');
    expect(anna.roster).toEqual(['1 anna came muted', '2 berta came']);
    expect(berta.roster).toEqual(['1 anna came muted', '2 berta came']);
    expect(berta.all('AUDIO_STREAM_ID_INFO')).toHaveLength(1);
  });

  it('does not show who has not subscribed, and subscribing again changes nothing', () => {
    const meeting = new TestMeeting();
    const anna = meeting.enter('anna');
    const berta = meeting.open('berta').join();
    expect(anna.roster).toEqual(['1 anna came']);
    berta.subscribe().subscribe();
    expect(anna.roster).toEqual(['1 anna came', '2 berta came']);
  });

  it('tells of mute and unmute, each time that something changes', () => {
    const meeting = new TestMeeting();
    const anna = meeting.enter('anna');
    const berta = meeting.enter('berta');
    anna.forget();
    berta.mute(true);
    berta.mute(true);
    berta.mute(false);
    expect(anna.roster).toEqual(['2 muted', '2 unmuted']);
    berta.subscribe({ muted: true });
    berta.subscribe({ muted: true });
    expect(anna.roster.slice(2)).toEqual(['2 muted']);
    const { calls } = meeting.media.room.peerOf('berta');
    expect(calls).toEqual(['unmute', 'mute', 'mute', 'unmute', 'mute', 'mute']);
  });

  it('tells of a leave at once, and acknowledges it', () => {
    const meeting = new TestMeeting();
    const anna = meeting.enter('anna');
    const berta = meeting.enter('berta');
    anna.forget();
    berta.leave();
    expect(berta.frames.at(-1)?.type).toBe('LEAVE_ACK');
    expect(anna.roster).toEqual(['2 left']);
    expect(meeting.media.room.peerOf('berta').calls).toContain('close');
    vi.advanceTimersByTime(5000);
    expect(berta.closed).toEqual({ code: 1000, reason: 'Left.' });
    expect(anna.roster).toEqual(['2 left']);
  });

  it('acknowledges a leave of who never joined', () => {
    const anna = new TestMeeting().open('anna');
    anna.leave();
    expect(anna.frames.map(({ type }) => type)).toEqual(['LEAVE_ACK']);
  });

  it('tells after five seconds that a client was dropped whose connection broke', () => {
    const meeting = new TestMeeting();
    const anna = meeting.enter('anna');
    const berta = meeting.enterWithCamera('berta');
    anna.forget();
    berta.vanish();
    expect(anna.last('INDEX')['index']).toMatchObject({ pausedAtSourceIds: [4] });
    vi.advanceTimersByTime(4999);
    expect(anna.roster).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(anna.roster).toEqual(['2 dropped']);
    expect(anna.sources).toEqual([]);
    expect(meeting.media.room.peerOf('berta').calls).toContain('close');
  });

  it('drops at once who breaks off before it was there', () => {
    const meeting = new TestMeeting();
    const anna = meeting.enter('anna');
    meeting.open('berta').join().vanish();
    expect(meeting.signalling.connections).toBe(1);
    expect(anna.roster).toEqual(['1 anna came']);
  });

  it('has a client come again whose media is lost', () => {
    const meeting = new TestMeeting();
    const anna = meeting.enter('anna');
    meeting.enter('berta');
    meeting.media.room.peerOf('anna').options.listener.lost('No packet for 5 s.');
    expect(anna.closed).toEqual({ code: 4503, reason: 'No packet for 5 s.' });
    vi.advanceTimersByTime(5000);
    expect(meeting.signalling.connections).toBe(1);
  });

  it('lets the media of a meeting rest when nobody is there', () => {
    const meeting = new TestMeeting();
    meeting.enter('anna').leave();
    expect(meeting.media.rooms.map(({ closed }) => closed)).toEqual([true]);
    vi.advanceTimersByTime(5000);
    expect(vi.getTimerCount()).toBe(0);
    meeting.enter('anna');
    expect(meeting.media.rooms.map(({ closed }) => closed)).toEqual([true, false]);
  });
});

describe('a client that comes again', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('is back within five seconds and nobody saw it leave: the new entry comes first', () => {
    const meeting = new TestMeeting();
    const anna = meeting.enter('anna');
    const berta = meeting.enter('berta');
    anna.forget();
    berta.vanish();
    vi.advanceTimersByTime(4000);
    const again = meeting.enter('berta');
    expect(anna.roster).toEqual(['3 berta came', '2 left']);
    expect(again.roster).toEqual(['1 anna came', '3 berta came', '2 left']);
    vi.advanceTimersByTime(10_000);
    expect(anna.roster).toEqual(['3 berta came', '2 left']);
  });

  it('has five seconds more from its JOIN on', () => {
    const meeting = new TestMeeting();
    const anna = meeting.enter('anna');
    meeting.enter('berta').vanish();
    anna.forget();
    vi.advanceTimersByTime(4000);
    const again = meeting.open('berta').join();
    vi.advanceTimersByTime(4000);
    again.subscribe();
    expect(anna.roster).toEqual(['3 berta came', '2 left']);
  });

  it('replaces its own connection when that is still open, without a word', () => {
    const meeting = new TestMeeting();
    const anna = meeting.enter('anna');
    const before = meeting.enter('berta', {}, 77);
    before.forget();
    anna.forget();
    meeting.enter('berta', {}, 77);
    expect(before.all('AUDIO_STATUS')).toEqual([]);
    expect(before.closed).toEqual({ code: 1000, reason: 'This client came again.' });
    expect(anna.roster).toEqual(['3 berta came', '2 left']);
  });

  it('keeps its video for the others until the new one is there', () => {
    const meeting = new TestMeeting();
    const anna = meeting.enter('anna');
    meeting.enterWithCamera('berta').vanish();
    const again = meeting.open('berta').join();
    expect(again.sources).toEqual([]);
    expect(anna.sources).toMatchObject([{ streamId: 4, groupId: 3 }]);
    again.subscribe({ videos: [{ mid: '1', direction: 'sendrecv' }], layers: [1400] });
    expect(anna.sources).toMatchObject([{ streamId: 7, groupId: 6, attendeeId: 'berta' }]);
    expect(anna.last('INDEX')['index']).not.toHaveProperty('pausedAtSourceIds');
  });
});

describe('the same attendee elsewhere', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('puts the first one out when the second is in', () => {
    const meeting = new TestMeeting();
    const first = meeting.enter('anna', {}, 1);
    const second = meeting.open('anna').join(2);
    expect(first.all('AUDIO_STATUS')).toEqual([]);
    second.subscribe();
    expect(first.last('AUDIO_STATUS')['audioStatus']).toEqual({ audioStatus: 301 });
    vi.advanceTimersByTime(1000);
    expect(first.closed).toMatchObject({ code: 1000 });
    expect(second.closed).toBeUndefined();
    expect(second.roster).toEqual(['2 anna came', '1 left']);
  });
});
