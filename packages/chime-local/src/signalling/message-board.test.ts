import { describe, expect, it } from 'vitest';
import { MessageBoard } from './message-board';

describe('a message that is kept', () => {
  it('does not keep alive the frame that it came in', () => {
    const frame = new Uint8Array(100_000);
    const board = new MessageBoard();
    board.keep({
      topic: 'chat',
      data: frame.subarray(10, 12),
      lifetimeMs: 1000,
      senderAttendeeId: 'anna',
      senderExternalUserId: 'anna!',
      ingestTimeNs: 1,
    });
    const [kept] = board.read('berta');
    expect(kept?.data.buffer.byteLength).toBe(2);
  });
});
