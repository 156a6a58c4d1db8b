import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TestMeeting } from './testing/meeting';

describe('what is told at a steady pace', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('is how loud everybody is, each 300 ms, the silent ones too', () => {
    const meeting = new TestMeeting();
    const anna = meeting.enter('anna');
    meeting.enter('berta');
    const loud = meeting.enter('carl');
    const { levels } = meeting.media.room;
    levels.set(1, 30).set(3, 20);
    loud.mute(true);
    vi.advanceTimersByTime(900);
    expect(anna.all('AUDIO_METADATA')).toHaveLength(3);
    expect(anna.last('AUDIO_METADATA')['audioMetadata']).toEqual({
      attendeeStates: [
        { audioStreamId: 1, volume: 30, signalStrength: 2 },
        { audioStreamId: 2, volume: 127, signalStrength: 2 },
        { audioStreamId: 3, volume: 127, signalStrength: 2 },
      ],
    });
  });

  it('is no signal of one whose connection is lost', () => {
    const meeting = new TestMeeting();
    const anna = meeting.enter('anna');
    meeting.enter('berta').vanish();
    vi.advanceTimersByTime(300);
    expect(anna.last('AUDIO_METADATA')['audioMetadata']).toMatchObject({
      attendeeStates: [{ signalStrength: 2 }, { audioStreamId: 2, signalStrength: 0 }],
    });
  });

  it('is nothing for who has not subscribed', () => {
    const meeting = new TestMeeting();
    meeting.enter('anna');
    const berta = meeting.open('berta').join();
    vi.advanceTimersByTime(3000);
    expect(berta.frames.map(({ type }) => type)).toEqual(['JOIN_ACK', 'INDEX']);
  });

  it('is what comes of each video and what goes to the client, each three seconds', () => {
    const meeting = new TestMeeting();
    const anna = meeting.enterWithCamera('anna');
    meeting.media.room.rates.set(3, 812_345.6);
    vi.advanceTimersByTime(6000);
    expect(anna.all('BITRATES')).toHaveLength(2);
    expect(anna.last('BITRATES')['bitrates']).toEqual({
      bitrates: [{ sourceStreamId: 3, avgBitrateBps: 812_346 }],
      serverAvailableOutgoingBitrate: 100_000,
    });
  });
});
