import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RoomChannel } from '../call/room-channel';
import { Refusal } from '../server/refusal';
import type { Seat } from '../server/seat';
import { RoomWatch } from './room-watch';

const ROOM = { name: 'Weekly', waitingRoom: false };
const YOU = { participantId: 'ada', role: 'host', name: 'Ada' };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A watch on a room that answers with what these hold. */
function watchOn(answer: { room: object; error?: Error }) {
  const room = vi.fn(async () => {
    if (answer.error) throw answer.error;
    return { room: answer.room, you: YOU };
  });
  const seat = { room, participants: async () => [YOU] } as unknown as Seat;
  const failures: unknown[] = [];
  const first = { room: answer.room, you: YOU } as never;
  const watch = new RoomWatch(seat, first, (thrown) => failures.push(thrown));
  watch.start(new RoomChannel());
  return { watch, room, failures };
}

/** Has somebody say for ten seconds that there is something to see. */
async function flood(watch: RoomWatch, change?: (told: number) => void): Promise<void> {
  for (let told = 0; told < 1000; told++) {
    change?.(told);
    watch.look();
    await vi.advanceTimersByTimeAsync(10);
  }
}

describe('the watch on a room', () => {
  it('looks at once, then now and then', async () => {
    const { watch, room } = watchOn({ room: ROOM });
    await vi.advanceTimersByTimeAsync(19_000);
    expect(room).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(room).toHaveBeenCalledTimes(2);
    watch.stop();
  });

  it('looks often for a host at whose door people wait', async () => {
    const { watch, room } = watchOn({ room: { ...ROOM, waitingRoom: true } });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(room).toHaveBeenCalledTimes(3);
    watch.stop();
  });

  it('is not driven to the limit of requests by others, whatever there is to see', async () => {
    const answer = { room: ROOM };
    const { watch, room } = watchOn(answer);
    await flood(watch, (told) => (answer.room = { ...ROOM, name: `Weekly ${told}` }));
    expect(room.mock.calls.length).toBeGreaterThan(10);
    expect(room.mock.calls.length).toBeLessThan(30);
    watch.stop();
  });

  it('looks ever less often while others tell of nothing', async () => {
    const { watch, room } = watchOn({ room: ROOM });
    await flood(watch);
    expect(room.mock.calls.length).toBeGreaterThan(2);
    expect(room.mock.calls.length).toBeLessThan(7);
    watch.stop();
  });

  it('tells what fails and goes on, until it is stopped', async () => {
    const answer = { room: ROOM, error: new Refusal('removed', 'You were removed.') };
    const { watch, room, failures } = watchOn(answer);
    await vi.advanceTimersByTimeAsync(21_000);
    expect(failures).toEqual([answer.error, answer.error]);
    watch.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(room).toHaveBeenCalledTimes(2);
  });
});
