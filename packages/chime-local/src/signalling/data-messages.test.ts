import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TestMeeting } from './testing/meeting';
import { Type } from './testing/scripted-client';

const START_MS = 1_700_000_000_000;

describe('data messages', () => {
  beforeEach(() => void vi.useFakeTimers({ now: START_MS }));
  afterEach(() => vi.useRealTimers());

  it('reach the others, with the sender that the connection has and the time that it is', () => {
    const meeting = new TestMeeting();
    const anna = meeting.enter('anna');
    const berta = meeting.enter('berta');
    const content = meeting.enterWithCamera('berta#content');
    const forged = { senderAttendeeId: 'carl', senderExternalUserId: 'carl!', ingestTimeNs: 1 };
    const message = { topic: 'chat', data: Buffer.from('hi'), lifetimeMs: 0, ...forged };
    anna.say({ type: Type.DATA_MESSAGE, dataMessage: { messages: [message] } });
    expect(berta.last('DATA_MESSAGE')['dataMessage']).toMatchObject({
      messages: [
        {
          topic: 'chat',
          senderAttendeeId: 'anna',
          senderExternalUserId: 'anna!',
          ingestTimeNs: START_MS * 1e6,
        },
      ],
    });
    expect(berta.texts).toEqual(['hi']);
    expect(anna.texts).toEqual([]);
    expect(content.texts).toEqual([]);
  });

  it('wait for who comes later as long as they live, and not for their sender', () => {
    const meeting = new TestMeeting();
    const anna = meeting.enter('anna');
    anna.sendData('now');
    anna.sendData('short', 1000);
    anna.sendData('long', 60_000);
    vi.advanceTimersByTime(1000);
    expect(meeting.enter('berta').texts).toEqual(['long']);
    anna.vanish();
    expect(meeting.enter('anna').texts).toEqual([]);
    expect(meeting.enterWithCamera('dora#content').texts).toEqual([]);
    vi.advanceTimersByTime(59_000);
    expect(meeting.enter('carl').texts).toEqual([]);
  });

  it('are not brought again by a later subscribe', () => {
    const meeting = new TestMeeting();
    meeting.enter('anna').sendData('kept', 60_000);
    expect(meeting.enter('berta').subscribe().texts).toEqual(['kept']);
  });

  it('live five minutes at most, and outlive a meeting that was empty meanwhile', () => {
    const meeting = new TestMeeting();
    const anna = meeting.enter('anna');
    anna.sendData('kept', 3_600_000);
    anna.leave();
    vi.advanceTimersByTime(299_999);
    expect(meeting.enter('berta').texts).toEqual(['kept']);
    vi.advanceTimersByTime(1);
    expect(meeting.enter('carl').texts).toEqual([]);
  });

  it('are kept up to 1024, the latest', () => {
    const meeting = new TestMeeting();
    const anna = meeting.enter('anna');
    for (let number = 0; number < 1100; number++) {
      vi.advanceTimersByTime(10);
      anna.sendData(String(number), 300_000);
    }
    const { texts } = meeting.enter('berta');
    expect(texts).toHaveLength(1024);
    expect(texts.at(-1)).toBe('1099');
  });

  it('are refused with a bad topic or too much data, and their sender is told why', () => {
    const meeting = new TestMeeting();
    const anna = meeting.enter('anna');
    const berta = meeting.enter('berta');
    anna.sendData('x', 0, 'no spaces');
    expect(anna.last('NOTIFICATION')).toMatchObject({
      notification: {
        level: 'WARNING',
        message:
          'A data message was refused: its topic must have 1 to 36 of a-z, A-Z, 0-9, _ and -.',
      },
    });
    anna.sendData('x'.repeat(2049));
    expect(anna.last('NOTIFICATION')).toMatchObject({
      notification: { message: 'A data message was refused: 2049 bytes are more than 2048.' },
    });
    anna.sendData('x'.repeat(2048));
    expect(berta.texts).toHaveLength(1);
  });

  it('come back to a sender of too many with the time 0', () => {
    const meeting = new TestMeeting();
    const anna = meeting.enter('anna');
    const berta = meeting.enter('berta');
    for (let number = 0; number < 210; number++) anna.sendData(String(number));
    expect(berta.texts).toHaveLength(200);
    expect(anna.texts).toEqual([
      '200',
      '201',
      '202',
      '203',
      '204',
      '205',
      '206',
      '207',
      '208',
      '209',
    ]);
    expect(anna.last('DATA_MESSAGE')['dataMessage']).toMatchObject({
      messages: [{ ingestTimeNs: 0, senderAttendeeId: 'anna', topic: 'chat' }],
    });
    vi.advanceTimersByTime(100);
    for (let number = 0; number < 11; number++) anna.sendData('later');
    expect(berta.texts).toHaveLength(210);
    expect(anna.closed).toBeUndefined();
  });

  it('end the connection of a flood, which can come again', () => {
    const meeting = new TestMeeting();
    const anna = meeting.enter('anna');
    const berta = meeting.enter('berta');
    for (let number = 0; number < 500; number++) anna.sendData('spam');
    expect(anna.texts).toHaveLength(200);
    expect(anna.last('NOTIFICATION')).toMatchObject({ notification: { level: 'ERROR' } });
    expect(anna.closed).toEqual({
      code: 4529,
      reason: 'Too many data messages: at most 100 a second, 200 at once.',
    });
    expect(berta.texts).toHaveLength(200);
    meeting.enter('anna').sendData('calm');
    expect(berta.texts.at(-1)).toBe('calm');
  });

  it('may come 200 at once and no more, however long nothing came', () => {
    const meeting = new TestMeeting();
    const anna = meeting.enter('anna');
    const berta = meeting.enter('berta');
    vi.advanceTimersByTime(3_600_000);
    for (let number = 0; number < 201; number++) anna.sendData('burst');
    expect(berta.texts).toHaveLength(200);
  });

  it('pass at a hundred a second, for ever', () => {
    const meeting = new TestMeeting();
    const anna = meeting.enter('anna');
    const berta = meeting.enter('berta');
    for (let number = 0; number < 2000; number++) {
      vi.advanceTimersByTime(10);
      anna.sendData('steady');
    }
    expect(berta.texts).toHaveLength(2000);
    expect(anna.texts).toEqual([]);
  });
});
