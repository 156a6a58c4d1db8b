import { errorResponse, paths, RATES } from '@cyclorama/meeting-contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp } from '../app';
import { createLog } from '../log/create-log';
import { enterRoom, openTestServices } from '../messages/testing/enter-room';
import { askApp } from '../testing/ask';
import { openDynalite, type LocalTables } from '../testing/open-dynalite';

let place: LocalTables;
beforeAll(async () => {
  // Time stands still: nothing is given back meanwhile.
  const nowMs = Date.now();
  place = await openDynalite({ now: () => nowMs });
});
afterAll(() => place.close());

it('refuses a participant who asks too much, from however many addresses, and serves others', async () => {
  const services = openTestServices(place);
  let asked = 0;
  const addressOf = () => `10.0.0.${(asked += 1)}`;
  const app = createApp(services, { addressOf, log: createLog({ level: 'silent' }) });
  const [ada, grace] = [await enterRoom(services), await enterRoom(services)];
  const read = ({ roomId, token }: typeof ada) =>
    askApp(app, { method: 'GET', path: paths.messages(roomId), token });
  const { most } = RATES.participant;
  const responses = await Promise.all(Array.from({ length: most + 10 }, () => read(ada)));
  expect(responses.filter(({ status }) => status === 200)).toHaveLength(most);
  const refused = await read(ada);
  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).toBe('1');
  expect(errorResponse.parse(await refused.json()).error.code).toBe('too-many-requests');
  expect((await read(grace)).status).toBe(200);
});
