import { describe, expect, it } from 'vitest';
import {
  changeRoomRequest,
  check,
  createRoomRequest,
  editMessageRequest,
  joinRequest,
  participantsQuery,
  postMessageRequest,
} from './index';

const requestId = '4f0c1f0e-8d3b-4c53-9a53-5b6f0d1f7a11';
const secret = 's'.repeat(43);

describe('check', () => {
  it('names the field that is wrong, and not what stands in it', () => {
    const given = { name: 'Ada', requestId, secret: 'hunter2' };
    expect(check(joinRequest, given)).toEqual({
      ok: false,
      problem: 'secret: must be a secret of a room',
    });
  });

  it('says so where there is no object at all', () => {
    expect(check(joinRequest, 7)).toMatchObject({ ok: false });
  });
});

describe('names', () => {
  const read = (name: string) => check(joinRequest, { name, requestId, secret });

  it('are trimmed, and markup in them is text', () => {
    const name = '<script>alert(1)</script>';
    expect(read(`  ${name} `)).toMatchObject({ ok: true, value: { name } });
  });

  it.each([
    ['empty', '  '],
    ['too long', 'a'.repeat(61)],
    ['of two lines', 'Ada\nHost'],
    ['turned round by a mark', 'Ada\u202eedisni'],
    ['marked for another direction', 'Ada\u200fHost'],
    ['of nothing that takes space', '\u200b\u2060'],
    ['a blank letter', '\u3164'],
    ['blank braille', '\u2800 \u2800'],
    ['an accent on nothing', '\u0301'],
    ['half a character', 'Ada \ud83d'],
  ])('are refused when %s', (_, name) => {
    expect(read(name)).toMatchObject({ ok: false });
  });
});

it.each(['Ada', '王', 'نور', 'नेहा', '\u{1f44d}\u{1f3fd}', 'Zo\u0308e', '7', '-', '👩‍🚀'])(
  '%s is a name',
  (name) => {
    expect(check(joinRequest, { name, requestId, secret })).toMatchObject({ value: { name } });
  },
);

describe('ids of requests', () => {
  const read = (id: string) => check(joinRequest, { name: 'Ada', requestId: id, secret });

  it('are the same in capitals', () => {
    expect(read(requestId.toUpperCase())).toMatchObject({ ok: true, value: { requestId } });
  });

  it.each(['00000000-0000-0000-0000-000000000000', '017f22e2-79b0-7cc3-98c4-dc0c0c07398f', '1'])(
    'are random: not %s',
    (id) => expect(read(id)).toMatchObject({ ok: false }),
  );
});

it('passcodes are whole characters', () => {
  const given = { name: 'Weekly', requestId, options: { passcode: 'abcd\ud83d' } };
  expect(check(createRoomRequest, given)).toMatchObject({ ok: false });
});

describe('rooms', () => {
  it('are open to all where no options are given', () => {
    const options = { waitingRoom: false, sharing: 'everyone', drawing: 'everyone' };
    expect(check(createRoomRequest, { name: 'Weekly', requestId })).toEqual({
      ok: true,
      value: { name: 'Weekly', requestId, options },
    });
  });

  it('refuse a passcode that is soon guessed', () => {
    const given = { name: 'Weekly', requestId, options: { passcode: '123' } };
    expect(check(createRoomRequest, given)).toMatchObject({ ok: false });
  });

  it('refuse a change of nothing', () => {
    expect(check(changeRoomRequest, { secretHash: 'x' })).toMatchObject({ ok: false });
  });
});

describe('pages', () => {
  it('have fifty entries where no number is asked', () => {
    expect(check(participantsQuery, {})).toEqual({ ok: true, value: { limit: 50 } });
  });

  it.each(['0', '101', '1.5', 'many'])('refuse %s entries', (limit) => {
    expect(check(participantsQuery, { limit })).toMatchObject({ ok: false });
  });
});

describe('messages', () => {
  const stamp = (id: string) => check(postMessageRequest, { kind: 'stamp', stamp: id, requestId });

  it('are text of at most 2,000 characters', () => {
    const text = (length: number) => ({ kind: 'text', text: 'a'.repeat(length), requestId });
    expect(check(postMessageRequest, text(2_000))).toMatchObject({ ok: true });
    expect(check(postMessageRequest, text(2_001))).toMatchObject({ ok: false });
  });

  const write = (text: string) => check(postMessageRequest, { kind: 'text', text, requestId });

  it('keep their lines and tabs, and lose controls and turns of direction', () => {
    const text = 'One\r\n\ttwo\u0000 \u001b[31mred\u202e\u2066deb\u2069';
    const value = { text: 'One\n\ttwo [31mreddeb' };
    expect(write(text)).toMatchObject({ ok: true, value });
  });

  it('keep what languages and emoji need', () => {
    const text = 'سلام\u200f! می\u200cخواهم 👩‍🚀';
    expect(write(text)).toMatchObject({ ok: true, value: { text } });
  });

  it.each(['\u0000', '\u200b', '\u202e \u2800', 'half \udc4d'])('are refused: %j', (text) => {
    expect(write(text)).toMatchObject({ ok: false });
    expect(check(editMessageRequest, { text })).toMatchObject({ ok: false });
  });

  it('are stamps of the list alone', () => {
    expect(stamp('clap')).toMatchObject({ ok: true });
    expect(stamp('https://example.org/stamp.png')).toMatchObject({ ok: false });
    expect(stamp('toString')).toMatchObject({ ok: false });
  });
});
