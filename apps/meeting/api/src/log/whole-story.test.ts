import {
  createRoomResponse,
  joinResponse,
  messageResponse,
  paths,
} from '@cyclorama/meeting-contract';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp } from '../app';
import { askApp, type Asked } from '../testing/ask';
import { logLines } from '../testing/log-lines';
import { openMeeting, type LocalMeeting } from '../testing/open-meeting';

let meeting: LocalMeeting;
beforeAll(async () => {
  meeting = await openMeeting();
});
afterAll(() => meeting.close());

const ADDRESS = '203.0.113.77';
/** What people say and are called, none of which may be found again. */
const PRIVATE = {
  roomName: 'Quarterly figures',
  host: 'Grace Hopper',
  guest: 'Ada Lovelace',
  passcode: 'open sesame',
  wrongPasscode: 'close sesame',
  text: 'The merger is off',
  edited: 'The merger is on',
  fault: 'row of Ada Lovelace is broken',
};

/** The rooms' table, once it has broken. */
function broken() {
  const rooms = Object.create(meeting.services.rooms) as typeof meeting.services.rooms;
  return Object.assign(rooms, { get: () => Promise.reject(new Error(PRIVATE.fault)) });
}

it('tells a whole meeting without a name, a word, a secret or an address of anybody', async () => {
  const { log, lines } = logLines();
  const options = { addressOf: () => ADDRESS, log };
  const app = createApp(meeting.services, options);
  const ask = async (asked: Asked): Promise<unknown> => (await askApp(app, asked)).json();
  const requestId = randomUUID();
  const roomOptions = { passcode: PRIVATE.passcode };

  const room = { name: PRIVATE.roomName, options: roomOptions, requestId };
  const created = createRoomResponse.parse(
    await ask({ method: 'POST', path: paths.rooms(), body: room }),
  );
  const { secret, hostSecret } = created;
  const { roomId } = created.room;
  const join = (body: object) =>
    ask({ method: 'POST', path: paths.join(roomId), body: { secret, requestId, ...body } });
  const host = joinResponse.parse(await join({ name: PRIVATE.host, hostSecret }));
  await join({ name: PRIVATE.guest, passcode: PRIVATE.wrongPasscode });
  const guest = joinResponse.parse(await join({ name: PRIVATE.guest, passcode: PRIVATE.passcode }));
  const { participantId } = guest.participant;

  const post = (body: object) =>
    ask({ method: 'POST', path: paths.messages(roomId), token: guest.token, body });
  const text = { kind: 'text', text: PRIVATE.text, requestId: randomUUID() };
  const { message } = messageResponse.parse(await post(text));
  await post({ kind: 'stamp', stamp: 'clap', target: participantId, requestId: randomUUID() });
  await ask({
    method: 'PATCH',
    path: paths.message(roomId, message.messageId),
    token: guest.token,
    body: { text: PRIVATE.edited },
  });
  await ask({ method: 'POST', path: paths.call(roomId), token: guest.token });
  await ask({ method: 'POST', path: paths.remove(roomId, participantId), token: host.token });
  await ask({ method: 'GET', path: paths.room(roomId), token: guest.token });
  await ask({ method: 'GET', path: `/api/${PRIVATE.guest}?secret=${secret}` });
  const faulty = createApp({ ...meeting.services, rooms: broken() }, options);
  await askApp(faulty, { method: 'GET', path: paths.room(roomId), token: host.token });

  const written = lines.join('');
  const secrets = [secret, hostSecret, host.token, guest.token, requestId];
  const ids = [roomId, participantId, message.messageId];
  for (const one of [...Object.values(PRIVATE), ...secrets, ...ids, ADDRESS]) {
    expect(written).not.toContain(one);
  }
  const statuses = lines.map((line) => (JSON.parse(line) as { status: number }).status);
  expect(statuses).toEqual([201, 200, 403, 200, 201, 201, 200, 200, 200, 403, 404, 503]);
});
