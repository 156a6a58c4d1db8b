import { paths, RATES } from '@cyclorama/meeting-contract';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { requestInit } from '../testing/ask';
import { rawRequest } from '../testing/raw-request';
import { startMeeting, type StartedMeeting } from '../testing/start-meeting';
import { makeRoom, say, visit, type Ask } from '../testing/visitor';

// Time stands still: nothing is given back meanwhile.
const nowMs = Date.now();
let meeting: StartedMeeting;
beforeAll(async () => {
  meeting = await startMeeting({ now: () => nowMs });
});
afterAll(() => meeting.close());

/** Asks from an address of this machine. */
const askFrom =
  (from: string): Ask =>
  async (asked) => {
    const { port } = meeting;
    const answer = await rawRequest({ port, from, path: asked.path, ...requestInit(asked) });
    return new Response(answer.body, { status: answer.status });
  };

const roomWithPasscode = () => ({
  method: 'POST',
  path: paths.rooms(),
  body: { name: 'Flood', options: { passcode: 'hunter2' }, requestId: randomUUID() },
});

it('rooms with passcodes from one address keep nobody else from writing', async () => {
  const other = askFrom('127.0.0.2');
  const ada = await visit(other, await makeRoom(other));
  const statuses: number[] = [];
  let isSaid = false;
  const flood = async () => {
    do {
      const { status } = await askFrom('127.0.0.1')(roomWithPasscode());
      statuses.push(status);
    } while (!isSaid);
  };
  const flooding = Array.from({ length: 64 }, flood);
  // It ends no sooner than the message is answered.
  await say(other, ada, 'I am still here');
  isSaid = true;
  await Promise.all(flooding);
  const made = statuses.filter((one) => one === 201).length;
  expect(made).toBeGreaterThan(0);
  expect(made).toBeLessThanOrEqual(RATES.rooms.most);
  expect(statuses.filter((one) => one === 429)).toHaveLength(statuses.length - made);
}, 60_000);

it('joins from one address are so many, with the right passcode, too', async () => {
  const eve = askFrom('127.0.0.3');
  const { room, secret } = await makeRoom(eve, { passcode: 'hunter2' });
  const requestId = randomUUID();
  const body = { name: 'Eve', secret, passcode: 'hunter2', requestId };
  const tries = Array.from({ length: RATES.joins.most + 5 }, () =>
    eve({ method: 'POST', path: paths.join(room.roomId), body }),
  );
  const texts = await Promise.all((await Promise.all(tries)).map((answer) => answer.text()));
  expect(texts.filter((text) => text.includes('too much at once')).length).toBeGreaterThanOrEqual(
    5,
  );
  const others = askFrom('127.0.0.4');
  await expect(visit(others, await makeRoom(others))).resolves.toBeDefined();
}, 60_000);
