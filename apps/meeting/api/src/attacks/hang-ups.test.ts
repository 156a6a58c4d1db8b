import { paths } from '@cyclorama/meeting-contract';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { logLines, type LogLines } from '../testing/log-lines';
import { startMeeting, type StartedMeeting } from '../testing/start-meeting';

let logged: LogLines;
let meeting: StartedMeeting;
beforeAll(async () => {
  logged = logLines();
  meeting = await startMeeting({ log: logged.log });
});
afterAll(() => meeting.close());

const requests = () =>
  logged.lines
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>)
    .filter(({ msg }) => msg === 'request');
let before = 0;
beforeEach(() => {
  before = requests().length;
});

it.each([
  ['of a size that it says', 'Content-Length: 9\r\n\r\n{'],
  ['in chunks', 'Transfer-Encoding: chunked\r\n\r\n5\r\n{"na'],
])('whoever hangs up within a body %s is no fault of ours', async (_, rest) => {
  const socket = connect(meeting.port, '127.0.0.1');
  await once(socket, 'connect');
  const head = `POST ${paths.rooms()} HTTP/1.1\r\nHost: localhost\r\n`;
  socket.write(`${head}Content-Type: application/json\r\n${rest}`);
  socket.end();
  await vi.waitFor(() => expect(requests().length).toBe(before + 1), 10_000);
  const line = requests().at(-1);
  expect(line).toMatchObject({ level: 'info', status: 400, code: 'bad-request' });
  expect(line).not.toHaveProperty('fault');
});
