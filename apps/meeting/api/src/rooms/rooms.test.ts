import { createRoomResponse } from '@cyclorama/meeting-contract';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import * as passcodes from '../access/passcodes';
import { Refusal } from '../access/refusal';
import { arrive, arriveAsHost, newRoom, openMeeting } from '../testing/open-meeting';
import type { LocalMeeting } from '../testing/open-meeting';
import { changeRoom } from './change-room';
import { createRoom } from './create-room';
import { endRoom } from './end-room';
import { showRoom } from './show-room';

let nowMs = Date.now();
let meeting: LocalMeeting;
beforeAll(async () => void (meeting = await openMeeting({ now: () => nowMs })));
afterAll(() => meeting.close());

const request = () => ({
  name: 'Weekly <b>&',
  options: { waitingRoom: false, sharing: 'host', drawing: 'everyone' } as const,
  requestId: randomUUID(),
});

const refusedAs = (code: string) => ({ name: 'Refusal', code });

describe('a room', () => {
  it('is one room for all who send the same request at once', async () => {
    const same = request();
    const made = await Promise.all(
      Array.from({ length: 10 }, () => createRoom(meeting.services, same, undefined)),
    );
    expect(new Set(made.map((one) => JSON.stringify(one))).size).toBe(1);
    const other = await createRoom(meeting.services, request(), undefined);
    expect(other.room.roomId).not.toBe(made[0]?.room.roomId);
    expect(other.secret).not.toBe(made[0]?.secret);
  });

  it('hashes the passcode of a repeated request no second time', async () => {
    const slow = vi.spyOn(passcodes, 'hashPasscode');
    onTestFinished(() => slow.mockRestore());
    const { options, ...named } = request();
    const same = { ...named, options: { ...options, passcode: 'hunter2' } };
    const first = await createRoom(meeting.services, same, undefined);
    expect(await createRoom(meeting.services, same, undefined)).toEqual(first);
    expect(slow).toHaveBeenCalledTimes(1);
  });

  it('answers as the contract says, its name as it was written', async () => {
    const made = await createRoom(meeting.services, request(), undefined);
    expect(createRoomResponse.parse(made)).toEqual(made);
    expect(made.room).toMatchObject({ name: 'Weekly <b>&', sharing: 'host', hasPasscode: false });
  });

  it('shows neither passcode nor secrets, nor anything made of them', async () => {
    const created = await newRoom(meeting.services, { passcode: 'hunter2' });
    const host = await arriveAsHost(meeting.services, created);
    const text = JSON.stringify([await showRoom(meeting.services, host), created.room]);
    const item = await meeting.services.rooms.get({ roomId: host.roomId });
    const hidden = [item?.secretHash, item?.hostSecretHash, item?.passcodeHash, created.secret];
    for (const one of [...hidden, created.hostSecret, 'hunter2', host.token]) {
      expect(one).toBeTypeOf('string');
      expect(text).not.toContain(one);
    }
    expect(JSON.stringify(item)).not.toContain(created.secret);
  });

  it('is changed by its host alone', async () => {
    const created = await newRoom(meeting.services);
    const host = await arriveAsHost(meeting.services, created);
    const guest = await arrive(meeting.services, created);
    const change = { locked: true, sharing: 'host' } as const;
    await expect(changeRoom(meeting.services, guest, change)).rejects.toMatchObject(
      refusedAs('not-allowed'),
    );
    const { room } = await changeRoom(meeting.services, host, change);
    expect(room).toMatchObject({ ...change, drawing: 'everyone', name: 'Weekly' });
  });

  it('ends for all and for good, and may be ended twice', async () => {
    const created = await newRoom(meeting.services);
    const host = await arriveAsHost(meeting.services, created);
    const guest = await arrive(meeting.services, created);
    await expect(endRoom(meeting.services, guest)).rejects.toMatchObject(refusedAs('not-allowed'));
    await endRoom(meeting.services, host);
    await endRoom(meeting.services, host);
    const ended = refusedAs('room-ended');
    await expect(showRoom(meeting.services, guest)).rejects.toMatchObject(ended);
    await expect(arrive(meeting.services, created)).rejects.toMatchObject(ended);
    await expect(changeRoom(meeting.services, host, { locked: true })).rejects.toMatchObject(ended);
  });

  it('is gone after a month, deleted or not', async () => {
    const created = await newRoom(meeting.services);
    nowMs += 30 * 24 * 60 * 60 * 1_000;
    await expect(arrive(meeting.services, created)).rejects.toMatchObject(refusedAs('not-found'));
  });

  it('is made by people who are signed in, where that is wished', async () => {
    const login = async (idToken: string | undefined) => {
      if (idToken === undefined) throw new Refusal('login-needed', 'Sign in.');
      return idToken;
    };
    const services = { ...meeting.services, login };
    const same = request();
    await expect(createRoom(services, same, undefined)).rejects.toMatchObject(
      refusedAs('login-needed'),
    );
    const [ada, mallory] = await Promise.all([
      createRoom(services, same, 'ada'),
      createRoom(services, same, 'mallory'),
    ]);
    expect(ada.secret).not.toBe(mallory.secret);
  });
});
