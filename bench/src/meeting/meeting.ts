import { startMeetingProcess, type MeetingProcess } from '@cyclorama/testing/node';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { MeetingOptions } from '../args/options';
import { quantile } from '../measure/distribution';
import { ProcessTree, requireProc } from '../system/process-tree';
import { ChatRoom } from './chat-room';
import { MeetingClient, type Tally } from './meeting-client';
import { meetingFigures, type MeetingResult } from './meeting-result';

/** How many rooms are made at once. */
const AT_ONCE = 10;

/** People write in many rooms; in the middle the server is killed and started again. */
export async function meeting(options: MeetingOptions): Promise<MeetingResult> {
  requireProc();
  const folder = await mkdtemp(join(tmpdir(), 'bench-meeting-'));
  let server = await startMeetingProcess('--port', '0', '--data', folder);
  try {
    const tally: Tally = { timesMs: [], errors: 0 };
    const rooms = await openRooms(server, options.rooms, tally);
    // What comes before the load does not count.
    Object.assign(tally, { timesMs: [], errors: 0 });
    const killing = killInTheMiddle(server, folder, { tally, ...options });
    await Promise.all([write(rooms, options), killing]);
    const { server: next, ...times } = await killing;
    server = next;
    const written: Tally = { ...tally, timesMs: [...tally.timesMs] };
    const reckonings = await Promise.all(rooms.map((room) => room.reckon()));
    for (const room of rooms) room.close();
    return { ...meetingFigures(written, reckonings), ...times };
  } finally {
    await server.end('SIGKILL');
    await rm(folder, { recursive: true });
  }
}

async function openRooms({ port }: MeetingProcess, count: number, tally: Tally) {
  const rooms: ChatRoom[] = [];
  while (rooms.length < count) {
    const places = Array.from({ length: Math.min(AT_ONCE, count - rooms.length) });
    const opening = places.map((_, index) =>
      ChatRoom.open(new MeetingClient(port, tally, addressOf(rooms.length + index))),
    );
    rooms.push(...(await Promise.all(opening)));
  }
  return rooms;
}

/** Each client has an address of this machine to itself, as if it were another one. */
const addressOf = (index: number): string =>
  `127.1.${Math.floor(index / 250)}.${(index % 250) + 1}`;

/** Each message at its time, whatever has become of those before. */
async function write(
  rooms: readonly ChatRoom[],
  { messagesPerMinute, seconds }: MeetingOptions,
): Promise<void> {
  const everyMs = 60_000 / messagesPerMinute;
  const beganMs = performance.now();
  const sending: Promise<void>[] = [];
  for (let index = 0; index * everyMs < seconds * 1_000; index += 1) {
    await sleep(Math.max(0, beganMs + index * everyMs - performance.now()));
    const room = rooms[index % rooms.length];
    if (room) sending.push(room.say(`Message ${index}`));
  }
  await Promise.all(sending);
}

async function killInTheMiddle(
  server: MeetingProcess,
  folder: string,
  { tally, seconds }: { readonly tally: Tally; readonly seconds: number },
) {
  const tree = new ProcessTree(server.pid);
  const [beganMs, cpuBeforeMs] = [performance.now(), tree.cpuMs()];
  await sleep(seconds * 500);
  const serverCpuShare = (tree.cpuMs() - cpuBeforeMs) / (performance.now() - beganMs);
  const p95BeforeKillMs = quantile(tally.timesMs, 0.95);
  const killedMs = performance.now();
  await server.end('SIGKILL');
  const next = await startMeetingProcess('--port', String(server.port), '--data', folder);
  const downMs = performance.now() - killedMs;
  return { server: next, serverCpuShare, p95BeforeKillMs, downMs };
}
