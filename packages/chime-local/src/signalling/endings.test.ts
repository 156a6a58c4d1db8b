import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TestMeeting } from './testing/meeting';

describe('endings', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('tell all who are there, or about to be, that the meeting has ended', () => {
    const meeting = new TestMeeting();
    const all = [meeting.enter('anna'), meeting.enterWithCamera('anna#content')];
    all.push(meeting.open('berta').join());
    meeting.directory.end();
    for (const client of all) {
      expect(client.last('AUDIO_STATUS')['audioStatus']).toEqual({ audioStatus: 410 });
      expect(client.closed).toBeUndefined();
    }
    expect(meeting.media.rooms.map(({ closed }) => closed)).toEqual([true]);
    vi.advanceTimersByTime(1000);
    for (const { closed } of all) expect(closed).toMatchObject({ code: 1000 });
    expect(meeting.signalling.connections).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('come as the last of a meeting: nobody hears of the others who leave', () => {
    const meeting = new TestMeeting();
    const all = [meeting.enter('anna'), meeting.enter('berta')];
    meeting.enter('carl').vanish();
    for (const client of all) client.forget();
    meeting.directory.end();
    const types = all.map(({ frames }) => frames.map(({ type }) => type));
    expect(types).toEqual([['AUDIO_STATUS'], ['AUDIO_STATUS']]);
    expect(meeting.media.rooms[0]?.peerOf('anna').calls.filter((call) => call === 'close')).toEqual(
      ['close'],
    );
  });

  it('reach an attendee that is deleted, with its content, and the others see a leave', () => {
    const meeting = new TestMeeting();
    const anna = meeting.enter('anna');
    const gone = [meeting.enter('berta'), meeting.enterWithCamera('berta#content')];
    anna.forget();
    meeting.directory.delete('berta');
    for (const client of gone) {
      expect(client.last('AUDIO_STATUS')['audioStatus']).toEqual({ audioStatus: 411 });
    }
    expect(anna.roster).toEqual(['2 left', '3 left']);
    expect(anna.all('AUDIO_STATUS')).toEqual([]);
    const again = meeting.open('berta').join();
    expect(again.closed).toMatchObject({ code: 4403 });
  });

  it('leave a client time to say LEAVE, which is still acknowledged, and nothing else is', () => {
    const meeting = new TestMeeting();
    const anna = meeting.enter('anna');
    const berta = meeting.enter('berta');
    meeting.directory.delete('berta');
    anna.forget();
    berta.forget();
    berta.subscribe();
    berta.mute(true);
    berta.sendData('hello');
    berta.leave();
    expect(berta.frames.map(({ type }) => type)).toEqual(['LEAVE_ACK']);
    expect(anna.frames).toEqual([]);
  });

  it('come to all at once when the service stops', async () => {
    const meeting = new TestMeeting();
    const anna = meeting.enter('anna');
    const closing = meeting.signalling.close();
    expect(anna.last('AUDIO_STATUS')['audioStatus']).toEqual({ audioStatus: 410 });
    await closing;
    expect(meeting.directory.listeners.size).toBe(0);
  });
});
