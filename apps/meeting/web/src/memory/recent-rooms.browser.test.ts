import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forgetRoom, recallRoomName, recallRooms, rememberRoom } from './recent-rooms';

const room = (letter: string, expiresAtMs = Date.now() + 60_000) => ({
  roomId: letter.repeat(22),
  secret: letter.repeat(43),
  name: `Room ${letter}`,
  expiresAtMs,
});
const names = () => recallRooms().map(({ name }) => name);

beforeEach(() => localStorage.clear());
afterEach(() => localStorage.clear());

describe('recent rooms', () => {
  it('are the last ones first, each once, and no more than eight', () => {
    for (const letter of 'abcdefghi') rememberRoom(room(letter));
    rememberRoom({ ...room('d'), name: 'Called anew' });
    expect(names()[0]).toBe('Called anew');
    expect(names()).toHaveLength(8);
    expect(recallRoomName(room('d'))).toBe('Called anew');
  });

  it('are left out once they are over, and when they are forgotten', () => {
    rememberRoom(room('a'));
    rememberRoom(room('b', Date.now() - 1));
    expect(names()).toEqual(['Room a']);
    forgetRoom(room('a').roomId);
    expect(names()).toEqual([]);
  });

  it.each(['{', '[{"roomId":"x"}]', '7'])('are none where %s was kept', (kept) => {
    localStorage.setItem('cyclorama-meeting:rooms', kept);
    expect(names()).toEqual([]);
  });
});
