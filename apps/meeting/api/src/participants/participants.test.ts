import { RATES } from '@cyclorama/meeting-contract';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeRoom } from '../rooms/change-room';
import { showRoom } from '../rooms/show-room';
import type { Services } from '../services';
import { arrive, arriveAsHost, newRoom, openMeeting, type Joined } from '../testing/open-meeting';
import type { LocalMeeting } from '../testing/open-meeting';
import { admit } from './admit';
import { join } from './join';
import { leave } from './leave';
import { listParticipants } from './list-participants';
import { remove } from './remove';
import { requestMute } from './request-mute';

let meeting: LocalMeeting;
let services: Services;
beforeAll(async () => {
  meeting = await openMeeting();
  services = meeting.services;
});
afterAll(() => meeting.close());

const refusedAs = (code: string) => ({ name: 'Refusal', code });

async function hostedRoom(options = {}) {
  const created = await newRoom(services, options);
  return { created, host: await arriveAsHost(services, created) };
}

async function listed(who: Joined, limit = 50) {
  const { participants } = await listParticipants(services, who, { limit });
  return participants.map(({ participantId }) => participantId).sort();
}

describe('who joins', () => {
  it('is one participant however often the request is repeated', async () => {
    const { created, host } = await hostedRoom();
    const requestId = randomUUID();
    const again = Array.from({ length: 8 }, () => arrive(services, created, { requestId }));
    const ids = new Set((await Promise.all(again)).map(({ id }) => id));
    expect(await listed(host)).toEqual([...ids, host.id].sort());
    expect(ids.size).toBe(1);
  });

  it('needs the secret of this room', async () => {
    const { created } = await hostedRoom();
    const other = await newRoom(services);
    for (const secret of [other.secret, created.hostSecret, 'a'.repeat(43)]) {
      await expect(arrive(services, created, { secret })).rejects.toMatchObject(
        refusedAs('not-found'),
      );
    }
  });

  it('learns nothing about which rooms there are', async () => {
    const created = await newRoom(services);
    const guessed = { ...created, room: { ...created.room, roomId: 'a'.repeat(22) } };
    const wrongSecret = { secret: 'a'.repeat(43) };
    const messages = await Promise.all(
      [arrive(services, guessed), arrive(services, created, wrongSecret)].map((tried) =>
        tried.catch((error: unknown) => String(error)),
      ),
    );
    expect(messages[0]).toBe(messages[1]);
  });

  it("is no host without the host's secret", async () => {
    const { created } = await hostedRoom();
    const { secret } = created;
    await expect(arrive(services, created, { hostSecret: secret })).rejects.toMatchObject(
      refusedAs('not-allowed'),
    );
  });

  it("is no host by repeating a host's request without the secret", async () => {
    const created = await newRoom(services);
    const requestId = randomUUID();
    await arrive(services, created, { requestId, hostSecret: created.hostSecret });
    const second = await arrive(services, created, { requestId });
    expect(second.participant.role).toBe('guest');
  });

  it('needs the passcode, and does not try it for ever', async () => {
    const created = await newRoom(services, { passcode: 'correct horse' });
    const tryWith = (passcode?: string) =>
      arrive(services, created, { ...(passcode && { passcode }) });
    await expect(tryWith()).rejects.toMatchObject(refusedAs('wrong-passcode'));
    await expect(tryWith('correct horse')).resolves.toMatchObject({ admission: 'admitted' });
    const tried = await Promise.allSettled(Array.from({ length: 11 }, () => tryWith('battery')));
    const codes = tried.map(
      (one) => one.status === 'rejected' && (one.reason as { code: string }).code,
    );
    expect(codes.filter((code) => code === 'wrong-passcode')).toHaveLength(10);
    expect(codes).toContain('too-many-requests');
    await expect(tryWith('correct horse')).rejects.toMatchObject(refusedAs('too-many-requests'));
  });
});

describe('a passcode', () => {
  it('has ten tries from all addresses of one network of IPv6 together', async () => {
    const { room, secret } = await newRoom(services, { passcode: 'correct horse' });
    const tryFrom = (address: string) => {
      const request = { secret, name: 'Eve', passcode: 'battery', requestId: randomUUID() };
      return join(services, { roomId: room.roomId, request, address });
    };
    const wrong = refusedAs('wrong-passcode');
    for (let host = 1; host <= RATES.passcodesByAddress.most; host += 1) {
      await expect(tryFrom(`2001:db8:0:1::${host}`)).rejects.toMatchObject(wrong);
    }
    const refused = refusedAs('too-many-requests');
    await expect(tryFrom('2001:db8:0:1::ffff')).rejects.toMatchObject(refused);
    await expect(tryFrom('2001:db8:0:2::1')).rejects.toMatchObject(wrong);
  });
});

describe('a waiting room', () => {
  it('keeps people out until the host admits them', async () => {
    const { created, host } = await hostedRoom({ waitingRoom: true });
    const who = await arrive(services, created);
    expect(who.admission).toBe('waiting');
    await expect(listed(who)).rejects.toMatchObject(refusedAs('waiting'));
    await expect(admit(services, who, who.id)).rejects.toMatchObject(refusedAs('waiting'));
    await admit(services, host, who.id);
    await admit(services, host, who.id);
    expect((await showRoom(services, who)).you.state).toBe('admitted');
  });

  it('is seen by hosts alone', async () => {
    const { created, host } = await hostedRoom();
    const guest = await arrive(services, created);
    await changeRoom(services, host, { waitingRoom: true });
    const waiting = await arrive(services, created);
    expect(await listed(guest)).toEqual([guest.id, host.id].sort());
    expect(await listed(host)).toEqual([guest.id, host.id, waiting.id].sort());
  });
});

describe('a locked room', () => {
  it('lets in nobody new, but hosts and who is in already', async () => {
    const { created, host } = await hostedRoom();
    const requestId = randomUUID();
    await arrive(services, created, { requestId });
    await changeRoom(services, host, { locked: true });
    await expect(arrive(services, created)).rejects.toMatchObject(refusedAs('room-locked'));
    await expect(arrive(services, created, { requestId })).resolves.toBeDefined();
    await expect(arriveAsHost(services, created)).resolves.toBeDefined();
  });
});

describe('who is removed', () => {
  it('stays out by their token, by their request and by the link', async () => {
    const { created, host } = await hostedRoom();
    const requestId = randomUUID();
    const who = await arrive(services, created, { requestId });
    await remove(services, host, who.id);
    await remove(services, host, who.id);
    await expect(showRoom(services, who)).rejects.toMatchObject(refusedAs('removed'));
    await expect(leave(services, who)).rejects.toMatchObject(refusedAs('removed'));
    await expect(arrive(services, created, { requestId })).rejects.toMatchObject(
      refusedAs('removed'),
    );
    expect((await arrive(services, created)).admission).toBe('waiting');
    await expect(admit(services, host, who.id)).rejects.toMatchObject(refusedAs('not-found'));
  });

  it('is somebody else than who removes', async () => {
    const { host } = await hostedRoom();
    await expect(remove(services, host, host.id)).rejects.toMatchObject(refusedAs('bad-request'));
  });
});

describe('who leaves', () => {
  it('may leave twice, has no token any more, and may come back', async () => {
    const { created, host } = await hostedRoom();
    const requestId = randomUUID();
    const who = await arrive(services, created, { requestId });
    await leave(services, who);
    await leave(services, who);
    await expect(showRoom(services, who)).rejects.toMatchObject(refusedAs('bad-token'));
    expect(await listed(host)).toEqual([host.id]);
    const back = await arrive(services, created, { requestId });
    expect(back.id).toBe(who.id);
  });
});

describe('what the host alone may do', () => {
  it('is refused to guests, and to hosts of another room', async () => {
    const { created } = await hostedRoom();
    const guest = await arrive(services, created);
    const { host: stranger } = await hostedRoom();
    for (const who of [guest, { ...stranger, roomId: guest.roomId }]) {
      for (const act of [admit, remove, requestMute]) {
        await expect(act(services, who, guest.id)).rejects.toMatchObject(refusedAs('not-allowed'));
      }
    }
  });

  it('is refused for people of another room', async () => {
    const { host } = await hostedRoom();
    const elsewhere = await arrive(services, await newRoom(services));
    for (const act of [admit, remove, requestMute]) {
      await expect(act(services, host, elsewhere.id)).rejects.toMatchObject(refusedAs('not-found'));
    }
  });

  it('includes asking somebody to mute, which all can check', async () => {
    const { created, host } = await hostedRoom();
    const guest = await arrive(services, created);
    await requestMute(services, host, guest.id);
    const { you } = await showRoom(services, guest);
    expect(you.muteRequestedAtMs).toBeTypeOf('number');
  });
});

describe('a list', () => {
  it('comes in pages that hold everybody once, and nobody else', async () => {
    const { created, host } = await hostedRoom();
    const people = await Promise.all(Array.from({ length: 7 }, () => arrive(services, created)));
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listParticipants(services, host, { limit: 3, after });
      expect(page.participants.length).toBeLessThanOrEqual(3);
      seen.push(...page.participants.map(({ participantId }) => participantId));
      after = page.next;
    } while (after);
    expect(seen.sort()).toEqual([host.id, ...people.map(({ id }) => id)].sort());
  });
});
